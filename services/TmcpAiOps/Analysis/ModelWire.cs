using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Tmcp.AiOps.Analysis;

/// <summary>Request to <c>/v1/chat/completions</c>.</summary>
internal sealed record ChatRequest(string Model, IReadOnlyList<ChatText> Messages, double Temperature, int MaxTokens, JsonNode ResponseFormat, bool Stream);

internal sealed record ChatText(string Role, string Content);

/// <summary>Its answer, as far as it is read.</summary>
internal sealed record ChatAnswer(IReadOnlyList<ChatChoice>? Choices, ChatUsage? Usage);

internal sealed record ChatChoice(ChatReply? Message);

internal sealed record ChatReply(string? Content);

internal sealed record ChatUsage(int PromptTokens, int CompletionTokens);

/// <summary>What the model is asked to write.</summary>
internal sealed record ModelVerdict
{
    public string? RootCause { get; init; }

    public IReadOnlyList<JsonElement>? Evidence { get; init; }

    public string? Solution { get; init; }

    public string? Severity { get; init; }

    public JsonElement Confidence { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatAnswer))]
[JsonSerializable(typeof(ModelVerdict))]
internal sealed partial class ModelJson : JsonSerializerContext;
