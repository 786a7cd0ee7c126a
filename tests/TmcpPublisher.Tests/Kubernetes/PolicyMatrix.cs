using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>For every pair of workloads and every port: the policies of a tree let them connect exactly where the graph has an edge.</summary>
public abstract class PolicyMatrix
{
    private protected const string Home = "tmcp-marketing";
    private const string Ollama = "192.168.0.102";

    private protected static readonly PodAt Traefik = new("kube-system", new Dictionary<string, string> { ["app.kubernetes.io/name"] = "traefik" });
    private static readonly PodAt Dns = new("kube-system", new Dictionary<string, string> { ["k8s-app"] = "kube-dns" });
    private static readonly PodAt Fluentd = PodAt.App("fluentd", "tmcp-logging");
    private protected static readonly PodAt Stranger = PodAt.App("stranger", Home);

    private protected readonly SystemGraph _graph;
    private protected readonly PolicyEvaluation _policies;

    /// <param name="graph">The graph that the tree is of.</param>
    /// <param name="tree">The tree, with an overlay <c>prod</c>.</param>
    private protected PolicyMatrix(SystemGraph graph, FileTree tree) => (_graph, _policies) = (graph, Evaluation(tree, "overlays/prod"));

    [Fact]
    public void Workloads_connect_exactly_where_the_graph_has_an_edge()
    {
        var wrong = from a in _graph.Workloads
                    from b in _graph.Workloads
                    from port in b.Ports
                    where _policies.Connects(Pod(a), Pod(b), port.ContainerPort) != _graph.Edges.Contains(new Edge(a.Resource, b.Resource, port.Name))
                    select $"{a.Resource} to {b.Resource}:{port.Name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_other_port_of_a_callee_is_open()
        => Assert.DoesNotContain(_graph.Edges, edge => Find(edge.To) is { } callee && _policies.Connects(Pod(Find(edge.From)!), Pod(callee), 1234));

    [Fact]
    public void The_ingress_controller_reaches_exactly_the_public_paths()
        => Assert.All(_graph.Workloads, workload => Assert.All(workload.Ports, port
            => Assert.Equal(workload.Routes.Any(route => route.Port == port.Name), _policies.Connects(Traefik, Pod(workload), port.ContainerPort))));

    [Fact]
    public void A_stranger_reaches_nothing_and_is_reached_by_nobody()
        => Assert.All(_graph.Workloads, workload =>
        {
            Assert.All(workload.Ports, port => Assert.False(_policies.Connects(Stranger, Pod(workload), port.ContainerPort)));
            Assert.All(workload.Ports, port => Assert.False(_policies.Connects(Pod(workload) with { Namespace = "tmcp-staging" }, Pod(workload), port.ContainerPort)));
            Assert.False(_policies.Connects(Pod(workload), Stranger, 80));
        });

    [Fact]
    public void Callers_outside_the_graph_are_let_in_where_they_are_declared()
        => Assert.All(_graph.Workloads, workload => Assert.All(workload.Ports, port =>
        {
            var declared = workload.AllowFrom.Select(caller => (caller.App, caller.Namespace ?? Home)).ToHashSet();
            Assert.Equal(declared.Contains(("fluentd", "tmcp-logging")), _policies.Connects(Fluentd, Pod(workload), port.ContainerPort));
        }));

    [Fact]
    public void The_outside_service_and_the_internet_are_open_to_those_who_need_them()
        => Assert.All(_graph.Workloads, workload =>
        {
            Assert.Equal(_graph.Edges.Contains(new Edge(workload.Resource, "ollama", "http")), _policies.Reaches(Pod(workload), Ollama, 11434));
            Assert.False(_policies.Reaches(Pod(workload), Ollama, 22));
            Assert.False(_policies.Reaches(Pod(workload), "192.168.0.103", 11434));
            Assert.Equal(workload.ReachesInternet, _policies.Reaches(Pod(workload), "93.184.216.34", 443));
            Assert.False(_policies.Reaches(Pod(workload), "93.184.216.34", 80));
            Assert.False(_policies.Reaches(Pod(workload), "10.1.2.3", 443));
        });

    [Fact]
    public void Every_pod_resolves_names() => Assert.All(_graph.Workloads, workload =>
    {
        Assert.True(_policies.Connects(Pod(workload), Dns, 53, "UDP"));
        Assert.True(_policies.Connects(Pod(workload), Dns, 53));
    });

    private protected static PodAt Pod(Workload workload) => PodAt.App(workload.App, Home);

    private protected Workload? Find(string resource) => _graph.Workloads.FirstOrDefault(workload => workload.Resource == resource);

    private protected static PolicyEvaluation Evaluation(FileTree tree, string folder, string home = Home) => new(new Rendered(tree, folder).Kind("NetworkPolicy"), home);
}
