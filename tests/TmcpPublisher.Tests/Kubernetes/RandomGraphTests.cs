using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Tests.Schemas;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>What holds for every graph, tried on many.</summary>
public sealed class RandomGraphTests
{
    // What the lint says of the graph itself, not of the tree: random workloads need no probe, and may well be public twice.
    private static readonly string[] AboutTheGraph = ["probe"];

    [Fact]
    public void Every_reference_of_a_tree_resolves()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var findings = Linter.Run(TmcpPlaces.Render(RandomGraphs.Create(seed)), new LintOptions()).Where(finding => !AboutTheGraph.Contains(finding.Rule));

            Assert.Empty(findings.Select(finding => $"seed {seed}: {finding.File}: {finding.Rule}: {finding.Object} {finding.Path}: {finding.What}"));
        }
    }

    [Fact]
    public void A_second_run_writes_the_same_bytes()
    {
        for (var seed = 0; seed < 60; seed++)
            Assert.Equal(TmcpPlaces.Render(RandomGraphs.Create(seed)).Files, TmcpPlaces.Render(RandomGraphs.Create(seed)).Files);
    }

    [Fact]
    public void Policies_let_through_what_the_graph_has_an_edge_for()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var graph = RandomGraphs.Create(seed);
            var policies = new PolicyEvaluation(new Rendered(TmcpPlaces.Render(graph), "overlays/prod").Kind("NetworkPolicy"), "tmcp-marketing");
            var wrong = from a in graph.Workloads
                        from b in graph.Workloads
                        from port in b.Ports
                        let edge = graph.Edges.Any(edge => edge.From == a.Resource && edge.To == b.Resource && b.Ports.First(other => other.Name == edge.Port).ContainerPort == port.ContainerPort)
                        where policies.Connects(PodAt.App(a.App, "tmcp-marketing"), PodAt.App(b.App, "tmcp-marketing"), port.ContainerPort) != edge
                        select $"seed {seed}: {a.Resource} to {b.Resource}:{port.Name}";

            Assert.Empty(wrong);
        }
    }

    [Fact]
    public void Variables_and_arguments_arrive_as_the_graph_has_them()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var graph = RandomGraphs.Create(seed);
            var prod = new Rendered(TmcpPlaces.Render(graph), "overlays/prod");
            Assert.All(graph.Workloads, workload => Assert.Equal((seed, Expected(graph, workload)), (seed, PodEnvironment.Of(prod, workload, Value))));
        }
    }

    [StrictSchemasFact]
    public void Every_object_passes_the_strict_schemas()
    {
        for (var seed = 0; seed < 30; seed++)
            Assert.Empty(TreeObjects.Check(TreeObjects.Documents(TmcpPlaces.Render(RandomGraphs.Create(seed)))).Select(fault => $"seed {seed}: {fault}"));
    }

    // Each secret has a value that needs every kind of care.
    private static string Value(string parameter) => $"$(x)$$ /+%ü{parameter}";

    private static string Expected(SystemGraph graph, Workload workload)
    {
        var variables = workload.Environment.OrderBy(variable => variable.Name, StringComparer.Ordinal).Select(variable => $"{variable.Name}={Text(graph, variable.Value)}");
        return string.Join('\n', variables.Concat(workload.Arguments.Select(argument => Text(graph, argument))));
    }

    private static string Text(SystemGraph graph, TextTemplate template) => string.Concat(template.Parts.Select(part => part switch
    {
        TextPart.Literal literal => literal.Text,
        TextPart.Config config => Encoded(graph.Parameters[config.Parameter].Default!, config.UriEncode),
        TextPart.Secret secret => Encoded(Value(secret.Parameter), secret.UriEncode),
        _ => throw new InvalidOperationException(),
    }));

    private static string Encoded(string value, bool encode) => encode ? Uri.EscapeDataString(value) : value;
}
