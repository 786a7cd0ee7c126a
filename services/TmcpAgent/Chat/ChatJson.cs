using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Chat;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatEvent))]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatMessageRequest))]
[JsonSerializable(typeof(ChatAnswer))]
[JsonSerializable(typeof(ValidationFailure))]
[JsonSerializable(typeof(string))]
internal sealed partial class ChatJson : JsonSerializerContext;

/// <summary>JSON with the letters of all scripts as they are: nothing here is part of an HTML page, and people read it in a terminal.</summary>
internal static class ReadableJson
{
    public static ChatJson Types { get; } =
        new(new JsonSerializerOptions(ChatJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
