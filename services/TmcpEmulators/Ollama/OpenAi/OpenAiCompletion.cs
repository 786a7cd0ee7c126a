using System.Text.Json.Serialization;

namespace TmcpEmulators.Ollama.OpenAi;

/// <summary>The answer of <c>/v1/chat/completions</c> in one piece.</summary>
internal sealed record OpenAiCompletion
{
    public required string Id { get; init; }

    public string Object { get; init; } = "chat.completion";

    /// <summary>Seconds since 1970.</summary>
    public required long Created { get; init; }

    public required string Model { get; init; }

    public string SystemFingerprint { get; init; } = OpenAiChunk.Fingerprint;

    public required IReadOnlyList<OpenAiChoice> Choices { get; init; }

    public required OpenAiUsage Usage { get; init; }
}

internal sealed record OpenAiChoice(int Index, OpenAiAnswer Message, string FinishReason);

internal sealed record OpenAiUsage(int PromptTokens, int CompletionTokens, int TotalTokens);

/// <summary>One event of a stream. The last one before <c>[DONE]</c> has no choices but the usage, when the client asked for it.</summary>
internal sealed record OpenAiChunk
{
    public const string Fingerprint = "fp_ollama";

    public required string Id { get; init; }

    public string Object { get; init; } = "chat.completion.chunk";

    public required long Created { get; init; }

    public required string Model { get; init; }

    public string SystemFingerprint { get; init; } = Fingerprint;

    public required IReadOnlyList<OpenAiDelta> Choices { get; init; }

    public OpenAiUsage? Usage { get; init; }
}

internal sealed record OpenAiDelta(int Index, OpenAiAnswer Delta)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? FinishReason { get; init; }
}
