using System.Text.Json.Nodes;
using Tmcp.Publisher.Commands;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint;
using Tmcp.Tests.Shared;
using Xunit;

namespace Tmcp.Publisher.Tests.Lint;

public sealed class LintCommandTests : IDisposable
{
    private readonly string _folder = OwnedFolder.Create("tmcp-lint-");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Good_tree_ends_with_0()
    {
        var (exitCode, output) = await LintAsync(GoodTree.Folder);

        Assert.Equal((0, "No findings."), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task Finding_ends_with_1_and_says_where_what_and_what_to_do()
    {
        var (exitCode, output) = await LintAsync(Broken());

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "base/till/kustomization.yaml:1: model-name: ConfigMap till-config at data.CLERK_MODEL: The model 'parrot:2b-14_K_M' ends in '14_K_M', which is no quantisation. Write something like 'q4_K_M'",
            output, StringComparison.Ordinal);
        Assert.Contains("seen in components/spare, overlays/prod, overlays/staging", output, StringComparison.Ordinal);
        Assert.EndsWith("1 finding.", output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_reads_findings_as_json()
    {
        var (_, output) = await LintAsync(Broken(), "--format", "json");

        var finding = Assert.Single(JsonNode.Parse(output)!.AsArray());
        Assert.Equal("model-name", finding.Get("rule").Text());
        Assert.EndsWith("base/till/kustomization.yaml", finding.Get("file").Text(), StringComparison.Ordinal);
        Assert.Equal("data.CLERK_MODEL", finding.Get("path").Text());
        Assert.Equal(3, finding.Get("renderings").Items().Count());
    }

    [Fact]
    public async Task Workflow_reads_findings_as_annotations()
    {
        var (_, output) = await LintAsync(Broken(), "--format", "github");

        Assert.Matches(@"^::error file=[^,:]+/base/till/kustomization\.yaml,line=1,title=model-name::ConfigMap till-config at data\.CLERK_MODEL: The model", output);
    }

    [Fact]
    public async Task List_of_models_is_read_from_a_file()
    {
        var models = Path.Combine(_folder, "models");
        await File.WriteAllTextAsync(models, "owl:7b\n\nparrot:2b-q4_K_M\n");

        Assert.Equal(0, (await LintAsync(GoodTree.Folder, "--models", models)).ExitCode);
    }

    [Theory]
    [InlineData("--manifests", "nowhere", "'nowhere' is not there")]
    [InlineData("--schemas", "nowhere", "Give --schemas a folder of strict schemas")]
    [InlineData("--models", "nowhere", "Could not find file")]
    public async Task Input_that_is_missing_ends_with_2(string option, string value, string expected)
    {
        string[] place = option == "--manifests" ? [] : ["--manifests", GoodTree.Folder];
        using var output = new StringWriter();

        var exitCode = await PublisherCommands.RunAsync(["lint", "--tree-only", .. place, option, value], output, output);

        Assert.Equal(2, exitCode);
        Assert.Contains(expected, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_of_the_rules_names_each_with_what_it_refuses()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "lint.md"));

        Assert.All(LintRules.All, rule => Assert.Contains($"| `{rule.Id}` | {rule.Summary} |", page, StringComparison.Ordinal));
        Assert.All(LintRules.Ids, id => Assert.Contains($"| `{id}` |", page, StringComparison.Ordinal));
    }

    private string Broken()
    {
        foreach (var (path, text) in GoodTree.With("base/till/kustomization.yaml", "parrot:2b-q4_K_M", "parrot:2b-14_K_M").Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, path))!);
            File.WriteAllText(Path.Combine(_folder, path), text);
        }

        return _folder;
    }

    private static async Task<(int ExitCode, string Output)> LintAsync(string folder, params string[] more)
    {
        using var output = new StringWriter();
        return (await PublisherCommands.RunAsync(["lint", "--tree-only", "--manifests", folder, .. more], output, output), output.ToString());
    }
}
