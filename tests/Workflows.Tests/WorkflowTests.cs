using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Workflows.Tests;

/// <summary>Rules for every workflow: what it runs is pinned, and what it may do is said.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Names => [.. Workflow.All.Select(workflow => workflow.Name)];

    [Fact]
    public void There_are_workflows_to_check() => Assert.Equal(["ci.yml", "release.yml"], Workflow.All.Select(workflow => workflow.Name));

    /// <summary>A tag of an action can be moved to other code; a commit cannot. The comment says which version it is.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_action_is_pinned_by_its_commit(string name)
    {
        var workflow = Find(name);
        var used = workflow.Steps.Select(step => Workflow.TextOf(step, "uses")).OfType<string>().ToArray();

        Assert.NotEmpty(used);
        Assert.All(used, action => Assert.Matches("^[A-Za-z0-9-]+/[A-Za-z0-9-]+@[0-9a-f]{40}$", action));
        Assert.Equal(used.Length, PinnedLine().Count(workflow.Text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_allowed_but_what_a_job_asks_for(string name)
    {
        var workflow = Find(name);

        Assert.Empty(((YamlMappingNode)workflow.Root["permissions"]).Children);
        Assert.All(workflow.Jobs, job => Assert.NotEmpty(((YamlMappingNode)job.Job["permissions"]).Children));
    }

    /// <summary>One action in two versions is an update that was forgotten.</summary>
    [Fact]
    public void An_action_has_one_version()
    {
        var pins = Workflow.All.SelectMany(workflow => workflow.Steps).Select(step => Workflow.TextOf(step, "uses")).OfType<string>().Distinct();

        Assert.All(pins.GroupBy(pin => pin.Split('@')[0]), group => Assert.Single(group));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_job_has_an_end(string name) =>
        Assert.All(Find(name).Jobs, job => Assert.InRange(int.Parse(Workflow.TextOf(job.Job, "timeout-minutes")!, null), 1, 60));

    /// <summary>The job's own token is all that a workflow here needs; anything else is a secret that somebody has to keep.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void No_secret_is_used(string name) => Assert.DoesNotContain("secrets.", Find(name).Text, StringComparison.Ordinal);

    /// <summary>A name of a branch or a title of a pull request that is put into a script becomes part of the script.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void No_expression_stands_in_a_script(string name) => Assert.All(
        Find(name).Steps.Select(step => Workflow.TextOf(step, "run")).OfType<string>(),
        script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_checkout_leaves_its_token_behind(string name) => Assert.All(
        Find(name).Steps.Where(step => Workflow.TextOf(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
        step => Assert.Equal("false", Workflow.TextOf((YamlMappingNode)step["with"], "persist-credentials")));

    private static Workflow Find(string name) => Workflow.All.Single(workflow => workflow.Name == name);

    [GeneratedRegex("^ *- uses: \\S+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", RegexOptions.Multiline)]
    private static partial Regex PinnedLine();
}
