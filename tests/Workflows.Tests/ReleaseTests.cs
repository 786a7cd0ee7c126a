using System.Diagnostics;
using System.Text.Json.Nodes;
using Tmcp.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Workflows.Tests;

/// <summary>What a tag does.</summary>
public sealed class ReleaseTests : IDisposable
{
    private static readonly Workflow Release = Workflow.All.Single(workflow => workflow.Name == "release.yml");

    // A script of a few lines; one that hangs must not hold the suite.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string _folder = OwnedFolder.Create("tmcp-release-");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The manifest names the images; that of the cluster's jobs is in no graph.</summary>
    [Fact]
    public void Every_image_of_the_graph_is_built_from_files_that_exist()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "TmcpIntegrationTests", "Publishing", "expected-manifest.json")))!;
        var needed = manifest["resources"]!.AsObject().Select(resource => (string?)resource.Value!["workload"]?["image"]).OfType<string>().Append("tmcp-tools");

        Assert.Equal(needed.Order(StringComparer.Ordinal), Images.Select(image => Workflow.TextOf(image, "image")!).Order(StringComparer.Ordinal));
        Assert.All(Images, image =>
        {
            Assert.True(File.Exists(Path.Combine(RepositoryFolder.Path, Workflow.TextOf(image, "dockerfile")!)), Workflow.TextOf(image, "dockerfile"));
            Assert.True(Directory.Exists(Path.Combine(RepositoryFolder.Path, Workflow.TextOf(image, "context")!)));
        });
    }

    [Fact]
    public void Nothing_is_pushed_that_was_not_tested_and_nothing_locked_that_was_not_pushed() => Assert.Equal(
        [("test", null), ("image", "test"), ("lock", "image")],
        Release.Jobs.Select(job => (job.Name, Workflow.TextOf(job.Job, "needs"))));

    [Fact]
    public void Both_processors_get_images_with_provenance_and_a_bill_of_materials()
    {
        var build = (YamlMappingNode)Release.Steps.Single(step => Workflow.TextOf(step, "id") == "build")["with"];

        Assert.Equal(
            ("linux/amd64,linux/arm64", "true", "mode=max", "true"),
            (Workflow.TextOf(build, "platforms"), Workflow.TextOf(build, "push"), Workflow.TextOf(build, "provenance"), Workflow.TextOf(build, "sbom")));
    }

    [JqFact]
    public async Task A_tag_that_is_not_the_version_stops_the_release()
    {
        await File.WriteAllTextAsync(At("version"), "0.2.0");

        var (code, output) = await RunAsync("facts", ("GITHUB_REF_NAME", "v0.1.0"), ("GITHUB_REPOSITORY_OWNER", "Owner"), ("GITHUB_OUTPUT", At("output")));

        Assert.Equal(1, code);
        Assert.Contains("Tag 'v0.1.0' is not 'v0.2.0'", output, StringComparison.Ordinal);
    }

    [JqFact]
    public async Task The_registry_is_that_of_the_owner_in_lower_case()
    {
        await File.WriteAllTextAsync(At("version"), "0.2.0\n");

        var (code, output) = await RunAsync("facts", ("GITHUB_REF_NAME", "v0.2.0"), ("GITHUB_REPOSITORY_OWNER", "Some-Owner"), ("GITHUB_OUTPUT", At("output")));

        Assert.True(code == 0, output);
        Assert.Equal("version=0.2.0\nregistry=ghcr.io/some-owner\n", await File.ReadAllTextAsync(At("output")));
    }

    [JqFact]
    public async Task The_lock_of_staging_gets_the_pushed_digests_and_keeps_the_others()
    {
        Directory.CreateDirectory(At("deploy"));
        Directory.CreateDirectory(At("pushed"));
        await File.WriteAllTextAsync(At("deploy/images.staging.json"), """{"redis":{"tag":"7.4"},"tmcp-agents":{"tag":"old","digest":"sha256:0"}}""");
        File.Copy(Path.Combine(RepositoryFolder.Path, "deploy", "settings.json"), At("deploy/settings.json"));
        await File.WriteAllTextAsync(At("pushed/tmcp-tools.json"), """{"tmcp-tools":{"tag":"0.2.0","digest":"sha256:2"}}""");
        await File.WriteAllTextAsync(At("pushed/tmcp-agents.json"), """{"tmcp-agents":{"tag":"0.2.0","digest":"sha256:1"}}""");

        var (code, output) = await RunAsync("lock", ("GITHUB_REPOSITORY_OWNER", "Owner"), ("PUSHED", At("pushed")), ("RUNNER_TEMP", _folder));

        Assert.True(code == 0, output);
        Assert.Equal(
            """{"redis":{"tag":"7.4"},"tmcp-agents":{"digest":"sha256:1","tag":"0.2.0"},"tmcp-tools":{"digest":"sha256:2","tag":"0.2.0"}}""",
            JsonNode.Parse(await File.ReadAllTextAsync(At("deploy/images.staging.json")))!.ToJsonString());
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(At("deploy/settings.json")))!;
        Assert.Equal("ghcr.io/owner", (string?)settings["registry"]);
        Assert.True((bool)settings["environments"]!["staging"]!["requireDigests"]!);
        Assert.Equal("tmcp/staging", (string?)settings["environments"]!["staging"]!["vaultPath"]);
    }

    private static IEnumerable<YamlMappingNode> Images =>
        ((YamlSequenceNode)Release.Jobs.Single(job => job.Name == "image").Job["strategy"]["matrix"]["include"]).Cast<YamlMappingNode>();

    private string At(string path) => Path.Combine(_folder, path);

    // As GitHub runs a script: bash -e -o pipefail.
    private async Task<(int Code, string Output)> RunAsync(string step, params (string Name, string Value)[] environment)
    {
        var script = Workflow.TextOf(Release.Steps.Single(candidate => Workflow.TextOf(candidate, "id") == step), "run")!;
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
