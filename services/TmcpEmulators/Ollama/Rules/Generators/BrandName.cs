using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>Finds the name that a text is about: capitalised words that stand together, most often and longest.</summary>
internal static class BrandName
{
    private const int MostWords = 4;
    private static readonly string[] Labels = ["brand:", "brand name:", "thương hiệu:", "tên thương hiệu:"];

    /// <summary>The name; null when nothing looks like one.</summary>
    public static string? In(string title, string content)
    {
        foreach (var line in content.Split('\n').Append(title))
        {
            var plain = line.Trim('#', '*', '-', ' ');
            if (Labels.FirstOrDefault(label => plain.StartsWith(label, StringComparison.OrdinalIgnoreCase)) is { } label && plain[label.Length..].Trim('*', ' ', '.') is { Length: > 0 and <= 60 } said)
                return said;
        }

        // A name is in the title and comes again in the text; the first word of a sentence has a capital anyway.
        var candidates = Runs(title).Concat(Runs(content)).ToList();
        return candidates
            .Where(name => title.Contains(name, StringComparison.Ordinal))
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count() * group.Key.Count(char.IsWhiteSpace))
            .ThenByDescending(group => group.Count())
            .ThenByDescending(group => group.Key.Length)
            .Select(group => group.Key)
            .FirstOrDefault()
            ?? (title.Length > 0 ? TextCut.AtWord(title, 40) : null);
    }

    private static IEnumerable<string> Runs(string text)
    {
        var run = new List<string>();
        foreach (var line in text.Split(['\n', '.', ':', '!', '?', '(', ')', ',', ';', '"', '“', '”', '*']))
        {
            var words = line.Split([' ', '#', '-', '|'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i <= words.Length; i++)
            {
                if (i < words.Length && char.IsUpper(words[i][0]) && run.Count < MostWords)
                {
                    run.Add(words[i]);
                    continue;
                }

                // "Launch of Kệ Xanh": a capital at the beginning alone says nothing.
                if (run.Count > 1 || (run.Count == 1 && i > 1))
                    yield return string.Join(' ', run);
                run.Clear();
            }
        }
    }
}
