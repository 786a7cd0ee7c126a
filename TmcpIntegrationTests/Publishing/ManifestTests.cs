using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The stack's manifest, written by the AppHost as a program of its own.</summary>
/// <remarks>After a change of the graph, publish to <c>artifacts/manifest/manifest.json</c>, read the difference and copy it over the committed file.</remarks>
public sealed partial class ManifestTests : IDisposable
{
    // A publish run takes about a second; one that hangs must not hold the suite.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly string Expected = Path.Combine(RepositoryFolder.Path, "TmcpIntegrationTests", "Publishing", "expected-manifest.json");

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Two levels below the repository, so that the paths in the file are the same in every checkout.
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(RepositoryFolder.Path, "artifacts", $"manifest-{Guid.NewGuid():N}"));

    private string File => Path.Combine(_folder.FullName, "manifest.json");

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Both spellings, the environment of the caller and a second run change nothing.</summary>
    [Fact]
    public async Task The_stack_publishes_the_committed_manifest_every_time()
    {
        var expected = await System.IO.File.ReadAllTextAsync(Expected);

        Assert.Equal((0, ""), await PublishAsync("--publisher", "manifest", "--output-path", File));
        Assert.Equal(expected, await System.IO.File.ReadAllTextAsync(File));
        System.IO.File.Delete(File);
        Assert.Equal((0, ""), await PublishAsync("--operation", "publish", "--step", "publish-manifest", "--output-path", File, "--containers", "never"));
        Assert.Equal(expected, await System.IO.File.ReadAllTextAsync(File));
        Assert.Single(_folder.EnumerateFileSystemInfos());
    }

    /// <summary>For tools that refuse a resource type they do not know.</summary>
    [Fact]
    public async Task Plain_leaves_the_cluster_facts_out_and_nothing_else()
    {
        var expected = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(Expected))!;
        var resources = expected["resources"]!.AsObject();
        foreach (var name in resources.Where(resource => (string?)resource.Value!["type"] == "tmcp.kubernetes.v0").Select(resource => resource.Key).ToArray())
            resources.Remove(name);

        Assert.Equal((0, ""), await PublishAsync("--publisher", "manifest", "--output-path", File, "--plain"));
        Assert.Equal(expected.ToJsonString(Readable) + "\n", await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Without_an_output_path_the_exit_code_tells_and_one_line_says_why()
    {
        var (code, error) = await PublishAsync("--publisher", "manifest");

        Assert.Equal(1, code);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Contains("--output-path", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void Every_expression_of_the_manifest_leads_to_something_in_it()
    {
        using var manifest = JsonDocument.Parse(System.IO.File.ReadAllText(Expected));
        var resources = manifest.RootElement.GetProperty("resources");
        var expressions = Expression().Matches(manifest.RootElement.GetRawText()).Select(match => match.Groups[1].Value.Split('.')).ToArray();

        Assert.NotEmpty(expressions);
        Assert.All(expressions, parts =>
        {
            var resource = resources.GetProperty(parts[0]);
            Assert.True(
                parts[1] switch
                {
                    "bindings" => resource.GetProperty("bindings").TryGetProperty(parts[2], out _),
                    "inputs" => resource.GetProperty("inputs").TryGetProperty(parts[2], out _),
                    _ => resource.TryGetProperty(parts[1], out _),
                },
                string.Join('.', parts));
        });
    }

    [AspireSchemaFact]
    public void The_manifest_is_valid_against_the_published_schema()
    {
        using var manifest = JsonDocument.Parse(System.IO.File.ReadAllText(Expected));

        Assert.Empty(JsonSchema.Load(AspireSchemaFactAttribute.SchemaPath).Check(manifest.RootElement));
    }

    [GeneratedRegex(@"\{([a-z0-9-]+(\.[A-Za-z0-9-]+)+)\}")]
    private static partial Regex Expression();

    private static async Task<(int Code, string Error)> PublishAsync(params string[] arguments)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(RepositoryFolder.Path, "artifacts", "bin", "TmcpAppHost", configuration, "TmcpAppHost.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Neither user secrets nor a model server of this shell may find their way into the file.
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["OLLAMA_BASE_URL"] = "http://of-this-shell:1";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = await process.StandardError.ReadToEndAsync(limit.Token);
            await output;
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, error.Trim());
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
