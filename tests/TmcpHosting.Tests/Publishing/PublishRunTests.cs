using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TmcpHosting.Tests.ApplicationModel;
using TemporaryFolder = TmcpHosting.Tests.Orchestration.TemporaryFolder;

namespace TmcpHosting.Tests.Publishing;

public sealed class PublishRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string At(string name) => Path.Combine(_folder.Path, name);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--publisher manifest --output-path {0}/m.json", "m.json")]
    [InlineData("--publisher=manifest --output-path={0}/m.JSON", "m.JSON")]
    [InlineData("--operation publish --step publish-manifest --output-path {0}/deep/er", "deep/er/aspire-manifest.json")]
    [InlineData("--operation publish --step publish-manifest --output-path {0} --log-level debug --environment Staging", "aspire-manifest.json")]
    public async Task Every_spelling_writes_the_file_and_ends(string line, string file)
    {
        await RunAsync(string.Format(line, _folder.Path));

        Assert.StartsWith("{\n  \"resources\": {\n    \"tool\": {", await File.ReadAllTextAsync(At(file)), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("--publisher manifest", "--output-path")]
    [InlineData("--publisher other --output-path {0}", "'other'")]
    [InlineData("--operation publish --step push --output-path {0}", "'push'")]
    [InlineData("--publisher manifest --output-path {0}/taken/m.json", "taken")]
    public async Task What_cannot_be_done_is_refused_and_nothing_is_written(string line, string named)
    {
        await File.WriteAllTextAsync(At("taken"), "a file where a directory is needed");

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => RunAsync(string.Format(line, _folder.Path)));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Inspecting_writes_nothing()
    {
        await RunAsync("--operation inspect --list-steps true");

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Events_are_raised_in_order_and_may_still_change_the_model()
    {
        var events = new List<string>();
        using var run = new ManifestRun();
        var parameter = run.Builder.AddParameter("late");
        run.Builder.OnBeforeStart((@event, _) =>
        {
            events.Add("start");
            @event.Model.Resources.Remove(parameter.Resource);
            return Task.CompletedTask;
        });
        run.Builder.OnBeforePublish((_, _) =>
        {
            events.Add($"before, written: {File.Exists(run.FilePath)}");
            return Task.CompletedTask;
        });
        run.Builder.OnAfterPublish((_, _) =>
        {
            events.Add($"after, written: {File.Exists(run.FilePath)}");
            return Task.CompletedTask;
        });

        Assert.Equal("{\n  \"resources\": {}\n}\n", await run.PublishAsync());
        Assert.Equal(["start", "before, written: False", "after, written: True"], events);
    }

    [Fact]
    public async Task Nothing_is_started_and_no_value_is_asked_for()
    {
        static string Unwanted(string what) => throw new InvalidOperationException($"{what} was asked for.");
        using var run = new ManifestRun();
        var secret = run.Builder.AddParameter("secret", () => Unwanted("The secret"), secret: true);
        var started = false;
        var tool = run.Builder.AddExecutable("tool", "/no/such/program", "nowhere").WithHttpEndpoint(port: 1)
            .WithEnvironment("SECRET", secret)
            .WithEnvironment("SELF", ReferenceExpression.Create($"{secret.Resource}"))
            .OnBeforeResourceStarted((_, _, _) =>
            {
                started = true;
                return Task.CompletedTask;
            });
        tool.WithEnvironment("URL", tool.GetEndpoint("http"));

        await run.PublishAsync();

        Assert.False(started);
        Assert.False(tool.GetEndpoint("http").IsAllocated);
    }

    [Fact]
    public async Task What_is_left_out_or_dangles_is_told()
    {
        using var run = new ManifestRun("--Logging:LogLevel:Aspire.Hosting.Publishing=Information");
        var log = new CapturedLog();
        run.Builder.Services.AddSingleton<ILoggerProvider>(log);
        run.Builder.AddResource(new PlainServer("unknown"));
        var hidden = run.Builder.AddService("hidden").WithHttpEndpoint().ExcludeFromManifest();
        run.Builder.AddTool("tool").WithEnvironment("URL", hidden.GetEndpoint("http"));

        await run.PublishAsync();

        Assert.Contains(log.Lines, line => line.StartsWith("Warning: Resource 'unknown' is left out", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.StartsWith("Warning: The manifest refers to 'hidden'", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.StartsWith($"Information: Manifest written to {run.FilePath}", StringComparison.Ordinal));
    }

    private async Task RunAsync(string line)
    {
        var builder = TestApplication.CreateIn(_folder.Path, ["--Logging:LogLevel:Default=None", "--Logging:LogLevel:Aspire.Hosting.Publishing=None", .. line.Split(' ')]);
        builder.AddTool("tool");
        await using var application = builder.Build();
        await application.RunAsync().WaitAsync(ManifestRun.Limit);
    }
}
