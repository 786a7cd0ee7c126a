using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>Finds what "it" means: the record that an earlier answer named last, with its id.</summary>
internal static class BackReference
{
    private const string Mark = "\" (id ";

    public static Intent Resolve(Intent intent, IEnumerable<string> earlierAnswers)
    {
        if (!intent.RefersBack)
            return intent;
        foreach (var answer in earlierAnswers)
        {
            var at = answer.IndexOf(Mark, StringComparison.Ordinal);
            var start = at + Mark.Length;
            if (at < 0 || start + RecordIds.Length > answer.Length || !RecordIds.IsId(answer[start..(start + RecordIds.Length)]))
                continue;
            var nouns = Collections.FindAll(new Utterance(answer[..at]));
            return intent with
            {
                RecordId = answer[start..(start + RecordIds.Length)],
                Word = intent.Word ?? (nouns is [var noun, ..] ? noun.Meaning : null),
            };
        }

        return intent;
    }
}
