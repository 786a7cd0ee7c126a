using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.Publisher.Kubernetes.Platform.Logging;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>The log shipper: where it is rendered, what its documents look like, and whom it calls.</summary>
public sealed class LogPipelineTests
{
    // "line": what a program wrote. The document's fields follow.
    private const string Cases = """
        [
          { "line": "info: Tmcp.Bridge.Startup[1]", "level": "info", "message": "info: Tmcp.Bridge.Startup[1]", "trace": null },
          { "line": "fail: Tmcp.Agent.Chat[7]", "level": "error" },
          { "line": "dbug: a", "level": "debug" },
          { "line": "trce: a", "level": "trace" },
          { "line": "crit: a", "level": "fatal" },
          { "line": "2026/11/21 05:00:00 WARNING: disk is full", "level": "warn" },
          { "line": "nothing that tells", "level": "info" },
          { "line": "information about errors", "level": "info" },
          { "line": "the word terror is no level", "level": "info" },
          { "line": "{\"LogLevel\":\"Error\",\"Category\":\"C\",\"Message\":\"boom\",\"TraceId\":\"4bf9\"}", "level": "error", "message": "boom", "trace": "4bf9" },
          { "line": "{\"level\":\"warn\",\"msg\":\"slow\",\"trace_id\":\"77aa\"}", "level": "warn", "message": "slow", "trace": "77aa" },
          { "line": "{\"level\":50,\"msg\":\"pino\"}", "level": "error", "message": "pino" },
          { "line": "{\"log.level\":\"ERROR\",\"message\":\"ecs\",\"trace.id\":\"01\"}", "level": "error", "message": "ecs", "trace": "01" },
          { "line": "{\"severity\":\"CRITICAL\",\"message\":\"cloud\"}", "level": "fatal", "message": "cloud" },
          { "line": "{\"unknown\":1}", "level": "info", "message": "{\"unknown\":1}" },
          { "line": "[1,2]", "level": "info", "message": "[1,2]" },
          { "line": "", "level": "info", "message": "" }
        ]
        """;

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
        Assert.DoesNotContain("{level}", config, StringComparison.Ordinal);
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

    [RubyFact]
    public void Documents_keep_severity_message_and_trace()
    {
        // As the plugins do it: the expressions see the record; the line of a program that writes JSON is parsed into "entry".
        var ruby = $$$"""
            require 'json'
            cases = JSON.parse(DATA.read)
            cases.each do |c|
              record = {"message" => c["line"], "stream" => "stdout", "kubernetes" => {"namespace_name" => "n", "pod_name" => "p", "container_name" => "agent", "host" => "h", "labels" => {"app" => "agent", "app.kubernetes.io/name" => "agent" } } }
              entry = JSON.parse(c["line"]) rescue nil
              record["entry"] = entry unless entry.nil?
              level = ({{{FluentdConfig.Expressions["level"]}}})
              trace = ({{{FluentdConfig.Expressions["trace"]}}})
              service = ({{{FluentdConfig.Expressions["service"]}}})
              kubernetes = ({{{FluentdConfig.Expressions["kubernetes"]}}})
              message = ({{{FluentdConfig.Expressions["message"]}}})
              puts JSON.generate({"level" => level, "trace" => trace, "service" => service, "kubernetes" => kubernetes, "message" => message})
            end
            __END__
            {{{Cases}}}
            """;
        var documents = Interpreter.Run("ruby", "-", ruby).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        var cases = JsonDocument.Parse(Cases).RootElement.EnumerateArray().ToList();

        Assert.Equal(cases.Count, documents.Count);
        Assert.All(cases.Zip(documents), pair =>
        {
            var (expected, document) = pair;
            Assert.Equal(expected.GetProperty("level").GetString(), document["level"]!.GetValue<string>());
            Assert.Equal("agent", document["service"]!.GetValue<string>());
            Assert.Equal("""{"namespace_name":"n","pod_name":"p","container_name":"agent","host":"h","labels":{"app":"agent"}}""", document["kubernetes"]!.ToJsonString());
            if (expected.TryGetProperty("message", out var message))
                Assert.Equal(message.GetString(), document["message"]!.GetValue<string>());
            if (expected.TryGetProperty("trace", out var trace))
                Assert.Equal(trace.GetString(), document["trace"]?.GetValue<string>());
        });
    }

    private static string Config() => new Rendered(TmcpPlaces.Render(TmcpGraph.Whole()), "platform/logging/home").Config("fluentd-config")["fluent.conf"];
}
