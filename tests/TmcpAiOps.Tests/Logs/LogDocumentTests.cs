using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.Logs;
using Tmcp.Tests.Shared;

namespace Tmcp.AiOps.Tests.Logs;

public sealed class LogDocumentTests
{
    private static readonly LogDocument _full = new()
    {
        Timestamp = new DateTimeOffset(2026, 11, 21, 5, 21, 0, TimeSpan.Zero),
        Message = "m",
        Stream = "stderr",
        Log = new LogLevelField("error"),
        Service = new LogServiceField("bridge"),
        Kubernetes = new LogKubernetesField { Namespace = "default", Pod = "bridge-0", Container = "bridge", Host = "node-1" },
        Trace = new LogTraceField("4bf92f3577b34da6a3ce929d0e0e4736"),
    };

    [Fact]
    public void The_schema_and_the_document_have_the_same_fields()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "log-document.schema.json")))!;

        Assert.Equal(SchemaPaths(schema, "").Order(), DocumentPaths(JsonSerializer.SerializeToNode(_full, LogDocumentJson.Default.LogDocument)!, "").Order());
    }

    [Fact]
    public void What_is_required_is_always_written_and_the_rest_left_out_when_absent()
    {
        var least = new LogDocument { Timestamp = _full.Timestamp, Message = "m", Service = _full.Service };

        Assert.Equal(["@timestamp", "message", "service"], JsonSerializer.SerializeToNode(least, LogDocumentJson.Default.LogDocument)!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public void The_fields_that_are_asked_for_are_fields_of_the_document()
    {
        var paths = DocumentPaths(JsonSerializer.SerializeToNode(_full, LogDocumentJson.Default.LogDocument)!, "").ToHashSet();

        Assert.All((string[])[LogFields.Timestamp, LogFields.Message, LogFields.Level, LogFields.Service, LogFields.Pod], field => Assert.Contains(field, paths));
    }

    [Fact]
    public void The_example_of_the_documentation_is_a_document()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "log-documents.md"));
        var example = page.Split("```json")[1].Split("```")[0];

        var document = JsonSerializer.Deserialize(example, LogDocumentJson.Default.LogDocument)!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(example), JsonSerializer.SerializeToNode(document, LogDocumentJson.Default.LogDocument)));
    }

    [Theory]
    [InlineData("2026-11-21T23:59:59+00:00", "fluentd-20261121")]
    [InlineData("2026-11-22T00:30:00+01:00", "fluentd-20261121")]
    public void Indexes_are_by_the_day_in_utc(string at, string index) => Assert.Equal(index, LogFields.Index(DateTimeOffset.Parse(at)));

    private static IEnumerable<string> SchemaPaths(JsonNode schema, string before) => schema["properties"]!.AsObject().SelectMany(property =>
        property.Value!["properties"] is null ? [before + property.Key] : SchemaPaths(property.Value, $"{before}{property.Key}."));

    private static IEnumerable<string> DocumentPaths(JsonNode node, string before) => node.AsObject().SelectMany(property =>
        property.Value is JsonObject inner ? DocumentPaths(inner, $"{before}{property.Key}.") : [before + property.Key]);
}
