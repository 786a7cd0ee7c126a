using Tmcp.Logs;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>The log shipper: where it is rendered, what its documents look like, and whom it calls.</summary>
public sealed class LogPipelineTests
{
    [Fact]
    public void There_is_none_without_a_store_for_its_documents()
        => Assert.DoesNotContain(TmcpPlaces.Render(TmcpGraph.Today()).Files.Keys, path => path.StartsWith("platform/logging", StringComparison.Ordinal));

    [Fact]
    public void Namespace_account_and_binding_are_the_same_by_construction()
    {
        var rendered = new Rendered(TmcpPlaces.Render(TmcpGraph.Whole()), "platform/logging/home");
        var subject = rendered.Object("ClusterRoleBinding", "fluentd")["subjects"]![0]!;
        var account = rendered.Object("ServiceAccount", "fluentd")["metadata"]!;
        var daemon = rendered.Object("DaemonSet", "fluentd");

        Assert.Equal(account["namespace"]!.GetValue<string>(), subject["namespace"]!.GetValue<string>());
        Assert.Equal(account["name"]!.GetValue<string>(), subject["name"]!.GetValue<string>());
        Assert.Equal(account["namespace"]!.GetValue<string>(), daemon["metadata"]!["namespace"]!.GetValue<string>());
        Assert.Equal(account["name"]!.GetValue<string>(), rendered.Pod("DaemonSet", "fluentd")["serviceAccountName"]!.GetValue<string>());
        Assert.Equal("tmcp-logging", account["namespace"]!.GetValue<string>());
    }

    [Fact]
    public void Each_environment_ships_to_its_own_stores()
    {
        var config = Config();

        Assert.Contains("host elasticsearch-service.tmcp-staging.svc.cluster.local\n", config, StringComparison.Ordinal);
        Assert.Contains("host elasticsearch-service.tmcp-marketing.svc.cluster.local\n", config, StringComparison.Ordinal);
        Assert.Contains("endpoint http://aiops-agent-service.tmcp-staging.svc.cluster.local:80/api/webhook/k8s-logs\n", config, StringComparison.Ordinal);
        Assert.Contains("path /var/log/containers/*_tmcp-staging_*.log\n", config, StringComparison.Ordinal);
        Assert.Contains("exclude_path [\"/var/log/containers/*_tmcp-logging_*.log\", \"/var/log/containers/*_tmcp-staging_*.log\"]\n", config, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_posted_as_one_array_and_the_readers_own_lines_are_not()
    {
        var config = Config();

        Assert.Contains("json_array true", config, StringComparison.Ordinal);
        Assert.Contains("pattern /^aiops-agent$/", config, StringComparison.Ordinal);
        Assert.DoesNotContain("{environment}", config, StringComparison.Ordinal);
        Assert.DoesNotContain("{document}", config, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_of_the_configuration_are_closed_and_labels_are_there()
    {
        var open = new Stack<string>();
        var (used, made) = (new HashSet<string>(), new HashSet<string>());
        foreach (var line in Config().Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("</", StringComparison.Ordinal))
                Assert.Equal(open.Pop(), line[2..^1]);
            else if (line.StartsWith('<'))
                open.Push(line[1..^1].Split(' ')[0]);
            if (line.StartsWith("<label ", StringComparison.Ordinal))
                made.Add(line[7..^1]);
            else if (line.StartsWith("@label ", StringComparison.Ordinal) || line.StartsWith("timeout_label ", StringComparison.Ordinal))
                used.Add(line.Split(' ')[1]);
        }

        Assert.Empty(open);
        Assert.Equal(made.Order(), used.Order());
    }

    [Fact]
    public void Without_a_log_reader_documents_go_to_the_store_alone()
    {
        var whole = TmcpGraph.Whole();
        var graph = whole with
        {
            Workloads = [.. whole.Workloads.Where(workload => workload.Resource != "aiops-agent")],
            Edges = [.. whole.Edges.Where(edge => edge.From != "aiops-agent")],
        };
        var config = new Rendered(TmcpPlaces.Render(graph), "platform/logging/home").Config("fluentd-config")["fluent.conf"];

        Assert.DoesNotContain("aiops", config, StringComparison.Ordinal);
        Assert.Contains("@type elasticsearch", config, StringComparison.Ordinal);
    }

    [Fact]
    public void Indexes_are_those_that_the_reader_asks_for()
    {
        var config = Config();
        var prefix = Setting(config, "logstash_prefix");
        var format = Setting(config, "logstash_dateformat");

        Assert.Equal("%Y%m%d", format);
        Assert.Equal(LogFields.Index(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero)), $"{prefix}-20261121");
        Assert.Equal(LogFields.IndexPattern, $"{prefix}-*");
    }

    private static string Config() => new Rendered(TmcpPlaces.Render(TmcpGraph.Whole()), "platform/logging/home").Config("fluentd-config")["fluent.conf"];

    private static string Setting(string config, string name)
        => Assert.Single(config.Split('\n').Select(line => line.Trim().Split(' ', 2)).Where(words => words[0] == name).Select(words => words[1]).Distinct());
}
