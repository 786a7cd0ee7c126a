namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>The matrix of the committed tree: databases, log store, Kibana and the AIOps agent included.</summary>
public sealed class PublishedPolicyMatrixTests() : PolicyMatrix(PublishedTree.Graph, PublishedTree.Files)
{
    [Fact]
    public void It_is_the_matrix_of_every_workload_of_the_system() => Assert.Equal(
        ["agent", "aiops-agent", "bridge", "elasticsearch", "kibana", "pocketbase", "redis"],
        _graph.Workloads.Select(workload => workload.Resource).Order(StringComparer.Ordinal).Intersect(["agent", "aiops-agent", "bridge", "elasticsearch", "kibana", "pocketbase", "redis"]));

    [Fact]
    public void Nobody_outside_reaches_the_aiops_agent_but_the_log_shipper()
    {
        var agent = Find("aiops-agent")!;

        Assert.Empty(agent.Routes);
        Assert.All(agent.Ports, port =>
        {
            Assert.True(_policies.Connects(PodAt.App("fluentd", "tmcp-logging"), Pod(agent), port.ContainerPort));
            Assert.False(_policies.Connects(Traefik, Pod(agent), port.ContainerPort));
            Assert.False(_policies.Connects(Stranger, Pod(agent), port.ContainerPort));
        });
    }

    [Fact]
    public void The_backups_reach_what_they_save_and_nothing_else()
    {
        Assert.True(_policies.Connects(PodAt.App("redis-backup", Home), Pod(Find("redis")!), 6379));
        Assert.True(_policies.Connects(PodAt.App("pb-backup", Home), Pod(Find("pocketbase")!), 8090));
        Assert.False(_policies.Connects(PodAt.App("redis-backup", Home), Pod(Find("elasticsearch")!), 9200));
    }
}
