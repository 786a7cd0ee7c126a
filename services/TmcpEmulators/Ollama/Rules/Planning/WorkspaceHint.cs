using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>A workspace that the system prompt gives: its id, and the line that it stands in.</summary>
internal sealed record WorkspaceHint(string Id, string Line)
{
    private const int MaxLines = 400;
    private static readonly char[] Separators = [' ', '\t', '\r', '"', '\'', '`', '(', ')', '[', ']', ':', '=', ',', ';', '.', '{', '}', '<', '>', '*'];

    /// <summary>Ids in lines that speak of a workspace, or in the list below such a line.</summary>
    public static IReadOnlyList<WorkspaceHint> FindAll(string systemText)
    {
        var hints = new List<WorkspaceHint>();
        var inList = false;
        foreach (var line in systemText.Split('\n').Take(MaxLines))
        {
            inList = line.Contains("workspace", StringComparison.OrdinalIgnoreCase) || (inList && IsListed(line.TrimStart()));
            if (inList)
                hints.AddRange(Ids(line).Select(id => new WorkspaceHint(id, line)));
        }

        return [.. hints.DistinctBy(hint => hint.Id)];
    }

    /// <summary>True when the line speaks of a workspace of this name.</summary>
    public bool Names(string name) => Fold(Line).Contains(Fold(name), StringComparison.Ordinal);

    // "- Demo (id …)", "{"id":"…"}", "<workspaces>"
    private static bool IsListed(string line) => line.Length > 0 && (line[0] is '-' or '*' or '{' or '[' or '<' or '|' || char.IsDigit(line[0]));

    // Fifteen letters without a digit are an id only after the word "id".
    private static IEnumerable<string> Ids(string line)
    {
        var words = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return words.Where((word, index) => RecordIds.IsId(word)
            && (word.Any(char.IsAsciiDigit) || (index > 0 && words[index - 1].Equals("id", StringComparison.OrdinalIgnoreCase))));
    }

    private static string Fold(string text) => new([.. Diacritics.Compose(text).ToLowerInvariant().Select(Diacritics.Fold)]);
}
