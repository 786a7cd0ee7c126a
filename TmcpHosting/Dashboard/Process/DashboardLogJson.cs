using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.Process;

[JsonSerializable(typeof(DashboardLogRecord))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class DashboardLogJson : JsonSerializerContext;

/// <summary>The fields of a log line that are read.</summary>
internal sealed record DashboardLogRecord(
    [property: JsonPropertyName("LogLevel")] LogLevel Level,
    int EventId,
    string? Category,
    string? Message,
    string? Exception);
