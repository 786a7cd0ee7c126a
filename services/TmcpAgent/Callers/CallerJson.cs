using System.Text.Json.Serialization;

namespace Tmcp.Agent.Callers;

/// <summary>PocketBase's answer to <c>auth-refresh</c>, as far as it is read.</summary>
internal sealed record RefreshAnswer(RefreshedRecord? Record);

internal sealed record RefreshedRecord(string? Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RefreshAnswer))]
internal sealed partial class CallerJson : JsonSerializerContext;
