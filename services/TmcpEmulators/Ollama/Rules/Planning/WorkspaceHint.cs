using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>A workspace that the system prompt gives: its id, and the line that it stands in.</summary>
internal sealed record WorkspaceHint(string Id, string Line)
{
    /// <summary>Ids in lines that speak of a workspace, or below a heading that does.</summary>
    public static IReadOnlyList<WorkspaceHint> FindAll(string systemText)
    {
        var hints = new List<WorkspaceHint>();
        var underHeading = false;
        foreach (var line in systemText.Split('\n').Take(400))
        {
            var speaks = line.Contains("workspace", StringComparison.OrdinalIgnoreCase);
            underHeading = speaks || (underHeading && line.TrimStart().StartsWith('-'));
            if (!underHeading)
                continue;
            var words = line.Split([' ', '\t', '"', '\'', '`', '(', ')', '[', ']', ':', '=', ',', ';', '.', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
            hints.AddRange(words.Where(IsLikelyId).Select(id => new WorkspaceHint(id, line)));
        }

        return [.. hints.DistinctBy(hint => hint.Id)];
    }

    public bool Names(string name) =>
        Fold(Line).Contains(Fold(name), StringComparison.Ordinal);

    private static string Fold(string text) => new([.. Diacritics.Compose(text).ToLowerInvariant().Select(Diacritics.Fold)]);

    private static bool IsLikelyId(string word) => RecordIds.IsId(word) && word.Any(char.IsAsciiDigit);
}
