namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>The matrix of a graph with every kind of edge, and what components and audits make of it.</summary>
public sealed class PolicyMatrixTests() : PolicyMatrix(TmcpGraph.Whole(), TmcpPlaces.Render(TmcpGraph.Whole()))
{
    [Fact]
    public void A_component_adds_its_edges_and_no_other()
    {
        var backup = PodAt.App("pb-backup", Home);

        Assert.True(_policies.Connects(backup, Pod(Find("pocketbase")!), 8090));
        Assert.False(_policies.Connects(backup, Pod(Find("redis")!), 6379));
        Assert.True(_policies.Connects(PodAt.App("redis-backup", Home), Pod(Find("redis")!), 6379));
    }

    [Fact]
    public void Telemetry_reaches_the_dashboard_from_those_who_send_it()
    {
        var settings = TmcpPlaces.With("prod", prod => prod with { Components = ["dashboard"] });
        var policies = Evaluation(TmcpPlaces.Render(_graph, settings), "overlays/prod");
        var dashboard = PodAt.App("aspire-dashboard", Home);

        Assert.All(_graph.Workloads, workload
            => Assert.Equal(workload.Resource is "bridge" or "agent", policies.Connects(Pod(workload), dashboard, 18889)));
        Assert.False(policies.Connects(Pod(Find("agent")!), dashboard, 18888));
        Assert.False(policies.Connects(Traefik, dashboard, 18888));
    }

    [Fact]
    public void An_audit_lets_pods_without_a_policy_be_called()
    {
        var audit = Evaluation(TmcpPlaces.Render(_graph), "overlays/staging", "tmcp-staging");
        var stranger = Stranger with { Namespace = "tmcp-staging" };

        Assert.True(audit.Connects(Traefik, stranger, 80));
        Assert.False(_policies.Connects(Traefik, Stranger, 80));
        Assert.False(audit.Connects(stranger, PodAt.App("pocketbase", "tmcp-staging"), 8090));
    }
}
