using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Tests.Kustomize;
using static Tmcp.Publisher.Tests.Kubernetes.TmcpGraph;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>Values that other generators lose or change on their way into a ConfigMap.</summary>
public sealed class ConfigValueTests
{
    internal static readonly string[] Awkward =
    [
        "", " ", "  leading", "trailing  ", "a=b=c", "=", "\"", "\"quoted\"", "'single'", "it's", "{\"json\":\"va\\\"lue\",\"n\":1}", "[1, 2]", "a#b", "a # b", "# all",
        "$HOME", "$(HOME)", "${HOME}", "$$", "back\\slash", "c:\\n", "two\nlines", "three\n\nlines\n", "\ttab", "a: b", "&amp;<b>", "naïve – 東京 😀", "yes", "null", "010", "1e3",
        "-dash", "*star", "!tag", "%percent", "@at", "`tick`", "{{literal}}", "/nuget/{**catch-all}", "a,b;c|d",
    ];

    [Fact]
    public void Every_value_arrives_as_the_graph_has_it()
    {
        var config = new Rendered(TmcpPlaces.Render(Graph()), "overlays/prod").Config("bridge-config");

        Assert.All(Awkward.Index(), value => Assert.Equal(value.Item, config[$"VALUE_{value.Index}"]));
    }

    [KubectlFact]
    public void Kustomize_reads_every_value_alike() => RenderComparison.AssertSame(TmcpPlaces.Render(Graph()), "overlays/prod");

    [Theory]
    [InlineData("TRUE")]
    [InlineData("null")]
    [InlineData("y")]
    [InlineData("_1")]
    public void A_name_that_kustomize_reads_wrongly_is_carried_by_the_pod(string name)
    {
        var rendered = new Rendered(TmcpPlaces.Render(With("bridge", bridge => bridge with { Environment = [Variable(name, Literal("v$(X)")), Variable("B", Literal("b"))] })), "base");

        Assert.Equal(name == "_1", rendered.Config("bridge-config").ContainsKey(name));
        Assert.Equal(name == "_1" ? null : "v$$(X)", rendered.Variable("Deployment", "mcp-bridge", name));
    }

    [Fact]
    public void A_value_that_only_an_environment_knows_stands_in_the_overlays_alone()
    {
        var graph = With("bridge", bridge => bridge with { Environment = [Variable("REGION", Config("region"))] }).And(new Parameter("region", false, false, null, null));
        var settings = TmcpPlaces.With("staging", Region("north"));
        settings = settings with { Environments = settings.Environments.ToDictionary(entry => entry.Key, entry => entry.Key == "prod" ? Region("south")(entry.Value) : entry.Value) };
        var tree = TmcpPlaces.Render(graph, settings);

        Assert.Equal("north", new Rendered(tree, "overlays/staging").Config("bridge-config")["REGION"]);
        Assert.Equal("south", new Rendered(tree, "overlays/prod").Config("bridge-config")["REGION"]);
        Assert.DoesNotContain("north", tree.Files["base/bridge/kustomization.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_no_one_gives_is_an_error_that_names_parameter_and_environments()
    {
        var graph = With("bridge", bridge => bridge with { Environment = [Variable("REGION", Config("region"))] }).And(new Parameter("region", false, false, null, null));
        var error = Assert.Throws<PublishException>(() => TmcpPlaces.Render(graph, TmcpPlaces.With("staging", Region("north"))));

        Assert.Contains("'region' has no value in 'prod'", Assert.Single(error.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_different_value_in_the_pod_is_patched_in_place()
    {
        var graph = With("agent", agent => agent with
        {
            Environment = [.. agent.Environment, Variable("FULL", new TextTemplate([new TextPart.Config("langsmith-project", UriEncode: true), new TextPart.Literal("/"), new TextPart.Secret("pocketbase-admin-password")]))],
            Arguments = [Literal("--project"), Config("langsmith-project")],
        });
        var settings = TmcpPlaces.With("staging", staging => staging with { Parameters = new Dictionary<string, string> { ["langsmith-project"] = "a b/ü" } });
        var tree = TmcpPlaces.Render(graph, settings);
        var staging = new Rendered(tree, "overlays/staging");

        Assert.Equal("a%20b%2F%C3%BC/$(POCKETBASE_PASSWORD)", staging.Variable("Deployment", "marketing-agent", "FULL"));
        Assert.Equal(["--project", "a b/ü"], staging.Container("Deployment", "marketing-agent")["args"]!.AsArray().Select(item => item!.GetValue<string>()));
        Assert.Equal("tmcp-marketing/$(POCKETBASE_PASSWORD)", new Rendered(tree, "base").Variable("Deployment", "marketing-agent", "FULL"));
    }

    private static Func<EnvironmentSettings, EnvironmentSettings> Region(string value)
        => environment => environment with { Parameters = new Dictionary<string, string> { ["region"] = value, ["langsmith-project"] = "p" } };

    private static SystemGraph Graph() => With("bridge", bridge => bridge with
    {
        Environment = [.. Awkward.Index().Select(value => Variable($"VALUE_{value.Index}", Literal(value.Item)))],
    });
}
