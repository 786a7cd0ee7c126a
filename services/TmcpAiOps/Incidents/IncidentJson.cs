using System.Text.Json.Serialization;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Incidents;

/// <summary>Everything that is kept in Redis as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(TimelineEntry))]
[JsonSerializable(typeof(Signal))]
internal sealed partial class IncidentJson : JsonSerializerContext;
