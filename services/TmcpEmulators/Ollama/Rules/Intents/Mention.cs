using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Intents;

/// <summary>A record that a message names: <c>brand "Lotus"</c>, with the part of the message that says so.</summary>
internal sealed record Mention(CollectionWord Word, string Name, Span Span)
{
    /// <summary>Where the noun stands; the name's place when there is none.</summary>
    public Span Noun { get; init; } = Span;
}
