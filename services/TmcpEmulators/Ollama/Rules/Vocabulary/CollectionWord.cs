using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Vocabulary;

/// <summary>A kind of record that people talk about.</summary>
/// <param name="Collection">Its collection in PocketBase.</param>
/// <param name="One">English, one of them.</param>
/// <param name="Many">English, several.</param>
/// <param name="Vietnamese">The Vietnamese noun, which has no plural.</param>
internal sealed record CollectionWord(string Collection, string One, string Many, string Vietnamese)
{
    public string Noun(Language language, double count) => language == Language.Vietnamese ? Vietnamese : count is 1 ? One : Many;
}
