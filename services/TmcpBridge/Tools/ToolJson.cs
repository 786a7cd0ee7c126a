using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tmcp.Bridge.Tools;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(StructuredResult))]
[JsonSerializable(typeof(PublishRequest))]
internal sealed partial class ToolJson : JsonSerializerContext;

/// <summary>A result's text as structured content.</summary>
internal sealed record StructuredResult(string Result);

/// <summary>Body of PocketBase's publishing route.</summary>
internal sealed record PublishRequest(string WorkspaceId, string VariantId);
