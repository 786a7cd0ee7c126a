using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Native;

/// <summary>What the last message of an answer measures. Durations in nanoseconds; absent before the end.</summary>
internal record NativeMetrics
{
    public long? TotalDuration { get; private set; }

    public long? LoadDuration { get; private set; }

    public int? PromptEvalCount { get; private set; }

    public long? PromptEvalDuration { get; private set; }

    public int? EvalCount { get; private set; }

    public long? EvalDuration { get; private set; }

    /// <summary>Fills in the figures of a finished answer that took <paramref name="total"/> from request to last token.</summary>
    public void Measure(Completion completion, TimeSpan total)
    {
        TotalDuration = WireTime.Nanoseconds(total);
        LoadDuration = 0;
        PromptEvalCount = completion.PromptTokens;
        PromptEvalDuration = WireTime.Nanoseconds(completion.ThinkingTime);
        EvalCount = completion.AnswerTokens;
        EvalDuration = WireTime.Nanoseconds(total - completion.ThinkingTime);
    }
}
