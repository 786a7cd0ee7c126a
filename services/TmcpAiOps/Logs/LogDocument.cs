using System.Text.Json.Serialization;

namespace Tmcp.Logs;

/// <summary>
/// One log line as it is stored in Elasticsearch: the one description of that shape. The local stack's shipper writes it, the
/// published Fluentd configuration produces it, the AIOps agent queries it. Documented in docs/log-documents.md.
/// </summary>
internal sealed record LogDocument
{
    /// <summary>When the line was written, UTC.</summary>
    [JsonPropertyName(LogFields.Timestamp)]
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The line without its end.</summary>
    [JsonPropertyName(LogFields.Message)]
    public required string Message { get; init; }

    /// <summary><c>stdout</c> or <c>stderr</c>.</summary>
    [JsonPropertyName("stream")]
    public string? Stream { get; init; }

    [JsonPropertyName("log")]
    public LogLevelField? Log { get; init; }

    [JsonPropertyName("service")]
    public required LogServiceField Service { get; init; }

    [JsonPropertyName("kubernetes")]
    public LogKubernetesField? Kubernetes { get; init; }

    [JsonPropertyName("trace")]
    public LogTraceField? Trace { get; init; }
}

/// <param name="Level">debug, info, warning, error or critical.</param>
internal sealed record LogLevelField([property: JsonPropertyName("level")] string Level);

/// <param name="Name">Name of the service: the pod's label <c>app</c>, locally the resource.</param>
internal sealed record LogServiceField([property: JsonPropertyName("name")] string Name);

/// <param name="Id">W3C trace id, 32 hex digits, when the line states one.</param>
internal sealed record LogTraceField([property: JsonPropertyName("id")] string Id);

/// <summary>What Fluentd's Kubernetes filter adds; the local shipper fills in the resource's names.</summary>
internal sealed record LogKubernetesField
{
    [JsonPropertyName("namespace_name")]
    public required string Namespace { get; init; }

    [JsonPropertyName("pod_name")]
    public required string Pod { get; init; }

    [JsonPropertyName("container_name")]
    public required string Container { get; init; }

    [JsonPropertyName("host")]
    public string? Host { get; init; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LogDocument))]
[JsonSerializable(typeof(IReadOnlyList<LogDocument>))]
internal sealed partial class LogDocumentJson : JsonSerializerContext;
