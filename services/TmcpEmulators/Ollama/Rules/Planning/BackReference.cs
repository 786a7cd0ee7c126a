using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>Finds what "it" means: the one record that the last answer with an id named. Of several none is meant, and the plan asks back.</summary>
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
            if (at < 1 || start + RecordIds.Length > answer.Length || !RecordIds.IsId(answer[start..(start + RecordIds.Length)]))
                continue;

            // The noun stands before the name: 'Created the campaign "Summer Sale" (id …)', 'Found 2 campaigns:\n1. "…'.
            var name = answer.LastIndexOf('"', at - 1) + 1;
            var word = intent.Word ?? (Collections.FindAll(new Utterance(answer[..name])) is [.., var noun] ? noun.Meaning : null);
            if (answer.IndexOf(Mark, start, StringComparison.Ordinal) >= 0)
                return intent with { Word = word };
            return intent with
            {
                RecordId = answer[start..(start + RecordIds.Length)],
                Word = word,
                Action = intent is { Action: RequestAction.List, Word: null } ? RequestAction.Show : intent.Action,
                Name = answer[name..at],
            };
        }

        return intent;
    }
}
