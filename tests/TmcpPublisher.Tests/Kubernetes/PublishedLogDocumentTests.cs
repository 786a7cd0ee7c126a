using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Logs;
using Tmcp.Logs;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>
/// The published log pipeline and the local shipper make the same document of the same line: the expression of the published
/// configuration runs as Fluentd's filter runs it, and every field is held against the code that the shipper and the log reader use.
/// </summary>
public sealed class PublishedLogDocumentTests
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly string[] _lines =
    [
        "info: Tmcp.Bridge.Startup[1]\n      Ready.", "fail: Tmcp.Agent.Chat[7]", "dbug: a", "trce: a", "crit: a", "warn: a", "warning: a",
        "\u001b[41m\u001b[30mfail\u001b[39m\u001b[22m\u001b[49m: Tmcp.Bridge[2003]", "2026/11/21 05:00:00 WARNING: disk is full",
        "2026-11-21 05:00:00,123 ERROR [main] boom", "[2026-11-21T05:00:00Z] [warn] slow", "2026-11-21T05:00:00Z FATAL x", "Traceback (most recent call last):",
        "E1121 05:00:00.123456       1 reflector.go:138] x", "I1121 05:00:00.1 x", "F1121 a", "E11 a", "nothing that tells", "information about errors", "terror",
        "time=\"2026\" level=warning msg=\"x\"", "loglevel=debug and level=error", "severity='high' x", "LEVEL=Notice", "lvl=eror", "level=",
        "{\"LogLevel\":\"Error\",\"Message\":\"boom\",\"TraceId\":\"" + Trace + "\"}", "{\"level\":\"warn\",\"trace_id\" : \"" + Trace.ToUpperInvariant() + "\"}",
        "{\"level\":50,\"severity\":\"CRITICAL\"}", "{\"log.level\": \"ERROR\",\"trace.id\":\"01\"}", "{\"@l\":\"Fatal\"}", "{\"unknown\":1}", "[1,2]", "", " ",
        "trace_id=" + Trace + "0", "traceid: 00000000000000000000000000000000", "=> SpanId:1, TraceId:" + Trace + ", ParentId:0", "Lỗi: không kết nối được", "panic: runtime error",
    ];

    private static readonly string[] _pods =
        ["agent-deployment-7d9f8b6c5-x2x9z", "elasticsearch-0", "redis-statefulset-0", "fluentd-x7k2p", "pocketbase", "-deployment", "argocd-server-6d5b8fbc7f-8k2xd"];

    [RubyFact]
    public void Level_trace_and_text_are_what_the_shipper_reads()
    {
        var lines = _lines.Concat(Mutations(400)).ToList();
        var documents = Run([.. lines.Select(line => Record(line, "agent-deployment-7d9f8b6c5-x2x9z", "agent"))]);

        Assert.All(lines.Zip(documents), pair =>
        {
            var level = LineLevel.Find(pair.First) is { } word && SeverityWords.Find(word) is { } severity ? SeverityWords.Name(severity) : null;
            Assert.Equal((pair.First, level), (pair.First, pair.Second.Log?.Level));
            Assert.Equal((pair.First, LineTrace.Find(pair.First)), (pair.First, pair.Second.Trace?.Id));
            Assert.Equal(pair.First, pair.Second.Message);
        });
        Assert.All((string?[])[null, "debug", "info", "warning", "error", "critical"], level => Assert.Contains(documents, document => document.Log?.Level == level));
        Assert.Contains(documents, document => document.Trace?.Id == Trace);
    }

    [RubyFact]
    public void Service_is_the_label_app_or_else_what_the_pods_name_tells()
    {
        var labelled = Run([.. _pods.Select(pod => Record("a", pod, "app-of-the-label"))]);
        var bare = Run([.. _pods.Select(pod => Record("a", pod, null))]);

        Assert.All(labelled, document => Assert.Equal("app-of-the-label", document.Service.Name));
        Assert.Equal(_pods.Select(ServiceName.FromPod), bare.Select(document => document.Service.Name));
    }

    [RubyFact]
    public void Nothing_but_the_documents_fields_is_left_of_a_record()
    {
        var full = Record($"fail: x trace_id={Trace}", "agent-deployment-7d9f8b6c5-x2x9z", "agent");
        var bare = new JsonObject { ["message"] = "plain", ["stream"] = "stderr", ["logtag"] = "F" };

        Assert.Equal(
            $$$"""{"@timestamp":"2026-11-21T05:21:00.123+00:00","message":"fail: x trace_id={{{Trace}}}","stream":"stdout","log":{"level":"error"},"service":{"name":"agent"},"kubernetes":{"namespace_name":"n","pod_name":"agent-deployment-7d9f8b6c5-x2x9z","container_name":"c","host":"h"},"trace":{"id":"{{{Trace}}}"}}""",
            RunText([full])[0]);
        Assert.Equal("""{"@timestamp":"2026-11-21T05:21:00.123+00:00","message":"plain","stream":"stderr","service":{"name":"unknown"}}""", RunText([bare])[0]);
    }

    [Fact]
    public void The_expression_is_one_that_the_configuration_can_hold()
    {
        var value = Value();

        // A hash sign begins a comment or Ruby in quotes there; a second placeholder would make the value a text.
        Assert.DoesNotContain('#', value);
        Assert.Equal(1, value.Split("${").Length - 1);
        Assert.EndsWith("}", value, StringComparison.Ordinal);
    }

    private static JsonObject Record(string line, string pod, string? app) => new()
    {
        ["message"] = line,
        ["stream"] = "stdout",
        ["logtag"] = "F",
        ["docker"] = new JsonObject { ["container_id"] = "1" },
        ["kubernetes"] = new JsonObject
        {
            ["namespace_name"] = "n",
            ["pod_name"] = pod,
            ["container_name"] = "c",
            ["host"] = "h",
            ["pod_ip"] = "10.0.0.1",
            ["labels"] = app is null ? new JsonObject { ["tier"] = "x" } : new JsonObject { ["app"] = app, ["app.kubernetes.io/name"] = app },
        },
    };

    private static List<LogDocument> Run(IReadOnlyList<JsonObject> records) => [.. RunText(records).Select(text =>
    {
        var document = JsonSerializer.Deserialize(text, LogDocumentJson.Default.LogDocument)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonSerializer.SerializeToNode(document, LogDocumentJson.Default.LogDocument)), text);
        return document;
    })];

    // As record_modifier does it: the expression is the body of a method; its value goes to the key, which remove_keys takes away.
    private static string[] RunText(IReadOnlyList<JsonObject> records)
    {
        var ruby = $$"""
            require 'json'
            def expand(tag, time, record, tag_parts)
              {{Value()[2..^1]}}
            end
            JSON.parse(DATA.read).each do |record|
              record["_"] = expand("tag", Rational(1795238460123, 1000), record, nil)
              record.delete("_")
              puts JSON.generate(record)
            end
            __END__
            {{new JsonArray([.. records]).ToJsonString()}}
            """;
        return Interpreter.Run("ruby", "-", ruby).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Value()
    {
        var config = new Rendered(TmcpPlaces.Render(TmcpGraph.Whole()), "platform/logging/home").Config("fluentd-config")["fluent.conf"];
        return Assert.Single(config.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("_ ${", StringComparison.Ordinal)).Distinct())[2..];
    }

    // Halves of two lines, put together: what nobody thought of. The seed is fixed, so a failure comes again.
    private static IEnumerable<string> Mutations(int count)
    {
        var random = new Random(20261121);
        for (var i = 0; i < count; i++)
        {
            var (first, second) = (_lines[random.Next(_lines.Length)], _lines[random.Next(_lines.Length)]);
            yield return first[..random.Next(first.Length + 1)] + second[random.Next(second.Length + 1)..];
        }
    }
}
