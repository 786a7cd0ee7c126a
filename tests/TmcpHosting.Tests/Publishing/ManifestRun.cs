using Aspire.Hosting;
using TmcpHosting.Tests.ApplicationModel;
using TemporaryFolder = TmcpHosting.Tests.Orchestration.TemporaryFolder;

namespace TmcpHosting.Tests.Publishing;

/// <summary>An application that is published into a folder of its own, which is also its project's.</summary>
internal sealed class ManifestRun : IDisposable
{
    // A publish run takes milliseconds; one that hangs must not hold the suite.
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public ManifestRun(params string[] args) => Builder = TestApplication.CreateIn(
        _folder.Path, ["--publisher", "manifest", "--output-path", FilePath, "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Aspire.Hosting.Publishing=None", .. args]);

    public DistributedApplicationBuilder Builder { get; }

    public string Folder => _folder.Path;

    public string FilePath => Path.Combine(_folder.Path, "manifest.json");

    /// <summary>Publishes what was added, in one whole application.</summary>
    public static async Task<string> TextAsync(Action<DistributedApplicationBuilder> describe, params string[] args)
    {
        using var run = new ManifestRun(args);
        describe(run.Builder);
        return await run.PublishAsync();
    }

    /// <summary>Publishes and checks the file against the whole expected text of its resources.</summary>
    public static async Task AssertAsync(Action<DistributedApplicationBuilder> describe, string expectedResources)
    {
        var expected = $"{{\n  \"resources\": {{\n{Indent(expectedResources)}\n  }}\n}}\n";

        Assert.Equal(expected, await TextAsync(describe));
    }

    /// <summary>Runs the application until it ends by itself, and reads the file.</summary>
    public async Task<string> PublishAsync()
    {
        await using var application = Builder.Build();
        await application.RunAsync().WaitAsync(Limit);
        return await File.ReadAllTextAsync(FilePath);
    }

    public void Dispose() => _folder.Dispose();

    private static string Indent(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.Length == 0 ? line : $"    {line}"));
}
