using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>The words of a text that carry its meaning.</summary>
internal static class Keywords
{
    private const int MaxText = 20_000;

    private static readonly HashSet<string> Stopwords = [.. (
        "about above after again against also although always answer because been before being below between both cannot could does doing down during each " +
        "else ever every from further give given have having here hers him his how into itself just like make many more most much must need never only other our ours " +
        "over please provide return same shall should since some such than that the their theirs them then there these they this those through under until upon very want was well " +
        "were what when where which while who whom whose will with within without would write you your yours json schema string object array number field fields value values " +
        "following reply respond output format based create using used user system text and are for not but can has had its may one two per any all out off why say says tell me " +
        "các của cho với trong những được này khi một không là và hãy theo từ đến như để về bạn tôi có tạo ra thì mà nào gì đó hoặc cần phải vào ở trên dưới").Split(' ')];

    /// <summary>The most frequent keywords, in the order of their first use.</summary>
    public static IReadOnlyList<string> Of(string text, int most)
    {
        var words = All(text).ToList();
        var chosen = words.GroupBy(word => word, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Take(most)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. words.Distinct(StringComparer.Ordinal).Where(chosen.Contains)];
    }

    /// <summary>Every keyword, in lower case, in order.</summary>
    public static IEnumerable<string> All(string text)
    {
        var lower = Diacritics.Compose(text.Length > MaxText ? text[..MaxText] : text).ToLowerInvariant();
        for (var start = 0; start < lower.Length;)
        {
            if (!char.IsLetter(lower[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < lower.Length && char.IsLetterOrDigit(lower[end]))
                end++;
            var word = lower[start..end];
            if (word.Length is >= 3 and <= 40 && !Stopwords.Contains(word))
                yield return word;
            start = end;
        }
    }
}
