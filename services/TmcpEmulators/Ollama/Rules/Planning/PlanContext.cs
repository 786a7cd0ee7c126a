using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>What a plan works with.</summary>
/// <param name="Intent">The request.</param>
/// <param name="Word">The kind of record it is about.</param>
/// <param name="Run">The tools and what they have answered.</param>
/// <param name="Answers">The sentences, in the user's language.</param>
/// <param name="Hints">What the prompt tells about the user.</param>
/// <param name="Today">The day, for "today".</param>
internal sealed record PlanContext(
    Intent Intent, CollectionWord Word, PlanRun Run, IAnswers Answers, PromptHints Hints, DateOnly Today)
{
    public static ModelReply Say(params string?[] lines) => ModelReply.Say(string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line))));
}
