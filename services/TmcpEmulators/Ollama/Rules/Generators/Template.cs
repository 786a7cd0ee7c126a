using System.Text;

namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>
/// Sentences with places for facts: <c>{brand}</c>, <c>{pain:lower}</c> within a sentence, <c>{benefit+1}</c> the next one. A sentence with a place that no
/// fact fills is not used.
/// </summary>
internal static class Template
{
    /// <summary>The sentence, or null when a fact is missing.</summary>
    public static string? Fill(string template, Facts facts)
    {
        var text = new StringBuilder(template.Length * 2);
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
                return text.Append(template, at, template.Length - at).ToString();
            var close = template.IndexOf('}', open);
            var place = template[(open + 1)..close].Split(':');
            if (facts.Find(place[0]) is not { } value)
                return null;
            text.Append(template, at, open - at).Append(place.Length > 1 ? Lower(value) : value);
            at = close + 1;
        }

        return text.ToString();
    }

    /// <summary>The first sentence from a given one on, round and round, that has all its facts; null for none.</summary>
    public static string? Pick(IReadOnlyList<string> templates, Facts facts, int seed)
    {
        for (var i = 0; i < templates.Count; i++)
        {
            if (Fill(templates[(seed + i) % templates.Count], facts) is { } text)
                return text;
        }

        return null;
    }

    /// <summary>As <see cref="Pick"/>, but the last sentence, which needs no fact, only when there is no other.</summary>
    public static string? PickRich(IReadOnlyList<string> templates, Facts facts, int seed)
    {
        var filled = Every(templates.SkipLast(1), facts).ToList();
        return filled.Count > 0 ? filled[seed % filled.Count] : Fill(templates[^1], facts);
    }

    /// <summary>All sentences that have their facts.</summary>
    public static IEnumerable<string> Every(IEnumerable<string> templates, Facts facts) => templates.Select(template => Fill(template, facts)).OfType<string>();

    private static readonly string[] Names =
    [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
    ];

    // "Barcode scan" is "barcode scan" within a sentence; names and abbreviations stay.
    private static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) && !BeginsWithName(text) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    // "Facebook and Zalo order inbox": a text with another capital in it begins with a name, as likely as not.
    private static bool BeginsWithName(string text) =>
        text.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0 || Array.Exists(Names, name => text.StartsWith(name, StringComparison.Ordinal));
}
