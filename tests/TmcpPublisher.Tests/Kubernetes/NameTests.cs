using Tmcp.Publisher.Graph;
using static Tmcp.Publisher.Tests.Kubernetes.TmcpGraph;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>Names are legal and given once; an error names everybody who wants them.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("Agent")]
    [InlineData("-agent")]
    [InlineData("agent-")]
    [InlineData("agent_1")]
    [InlineData("agent.v1")]
    [InlineData("")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void A_name_that_kubernetes_refuses_is_an_error(string name)
    {
        var error = Assert.Throws<PublishException>(() => TmcpPlaces.Render(With("agent", agent => agent with { Name = name })));

        Assert.Contains($"'{name}' is no legal name for the Deployment of resource 'agent'", Assert.Single(error.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_legal_name_is_fine() => TmcpPlaces.Render(With("agent", agent => agent with { Name = new string('a', 63) }));

    [Fact]
    public void A_suffix_must_not_make_a_name_too_long()
        => Assert.Contains(
            Assert.Throws<PublishException>(() => TmcpPlaces.Render(With("agent", agent => agent with { Stem = new string('a', 50) }))).Problems,
            problem => problem.Contains($"'{new string('a', 50)}-secrets-optional' is no legal name", StringComparison.Ordinal));

    [Theory]
    [InlineData("Deployment", "mcp-bridge")]
    [InlineData("Service", "bridge-service")]
    [InlineData("label app", "bridge")]
    [InlineData("ConfigMap", "bridge-config")]
    public void A_name_that_two_resources_want_is_an_error_that_names_both(string kind, string name)
    {
        var graph = With("agent", agent => kind switch
        {
            "Deployment" => agent with { Name = name },
            "Service" => agent with { Service = name },
            "label app" => agent with { App = name },
            _ => agent with { Stem = "bridge" },
        });

        Assert.Contains(
            Assert.Throws<PublishException>(() => TmcpPlaces.Render(graph)).Problems,
            problem => problem.Contains($"Resources 'bridge' and 'agent' both give the name '{name}' to a {kind}.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_volume_claim_belongs_to_one_resource()
    {
        var graph = With("agent", agent => agent with { Volumes = [new PersistentVolume("d", "/d", "pb-data-pvc", "1Gi", false)] });

        Assert.Contains(
            Assert.Throws<PublishException>(() => TmcpPlaces.Render(graph)).Problems,
            problem => problem.Contains("'pocketbase' and 'agent' both give the name 'pb-data-pvc' to a PersistentVolumeClaim", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shared")]
    [InlineData("ingress")]
    public void A_resource_may_not_take_a_folder_of_ours(string resource)
    {
        var graph = new SystemGraph([Blog() with { Resource = resource, Environment = [] }], [], Today().Parameters, [], []);

        Assert.Contains(Assert.Throws<PublishException>(() => TmcpPlaces.Render(graph)).Problems, problem => problem.Contains($"'{resource}' to a folder", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_resources_may_not_expose_the_same_path()
        => Assert.Contains(
            Assert.Throws<PublishException>(() => TmcpPlaces.Render(With("bridge", bridge => bridge with { Routes = [new Route("/pb", true, "http")] }))).Problems,
            problem => problem.Contains("'pocketbase' and 'bridge' both expose '/pb'", StringComparison.Ordinal));

    [Theory]
    [InlineData("pb")]
    [InlineData("/pb/")]
    [InlineData("/p b")]
    [InlineData("/`pb`")]
    [InlineData("//")]
    public void A_path_that_no_rule_can_hold_is_an_error(string path)
        => Assert.Contains(
            Assert.Throws<PublishException>(() => TmcpPlaces.Render(With("bridge", bridge => bridge with { Routes = [new Route(path, true, "http")] }))).Problems,
            problem => problem.Contains($"exposes '{path}', which no route can match", StringComparison.Ordinal));

    [Fact]
    public void A_route_needs_a_port_that_is_there()
        => Assert.Contains(
            Assert.Throws<PublishException>(() => TmcpPlaces.Render(With("bridge", bridge => bridge with { Routes = [new Route("/b", true, "grpc")] }))).Problems,
            problem => problem.Contains("on port 'grpc', which it has not", StringComparison.Ordinal));

    [Fact]
    public void All_problems_are_told_at_once()
        => Assert.Equal(2, Assert.Throws<PublishException>(() => TmcpPlaces.Render(With("agent", agent => agent with { Name = "A", Service = "B" }))).Problems.Count);
}
