using System.Globalization;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>A request of the agent's generators: a named task with records as its context.</summary>
internal sealed record TaskPrompt
{
    private const int MostCount = 40;

    public required string Name { get; init; }

    /// <summary>The records by the name of their block.</summary>
    public required IReadOnlyDictionary<string, JsonNode> Blocks { get; init; }

    /// <summary>What stands outside of the blocks as <c>Platform: twitter</c>, by the name in lower case.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>What the client says is wrong with earlier answers, one text for each.</summary>
    public IReadOnlyList<string> Complaints { get; init; } = [];

    /// <summary>The language asked for, as the request names it.</summary>
    public string LanguageName => Setting("language") ?? "";

    /// <summary>The language to write: Vietnamese when asked for or, when nothing is asked for, when the records are Vietnamese; else English.</summary>
    public Language Language => LanguageName.Length > 0
        ? IsVietnamese(LanguageName) ? Language.Vietnamese : Language.English
        : LanguageGuess.Guess(new Utterance(string.Join(' ', Blocks.Values.Select(block => TextCut.AtWord(block.ToJsonString(), 2000)))));

    /// <summary>True when another language was asked for than the rules can write.</summary>
    public bool IsForeign => LanguageName.Length > 0 && !IsVietnamese(LanguageName) && !LanguageName.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    public int Count => int.TryParse(Setting("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, MostCount) : 3;

    public string? Setting(string name) => Settings.GetValueOrDefault(name);

    /// <summary>Most characters of a text: what the request says, or less when an earlier answer was too long.</summary>
    public int Limit(int otherwise)
    {
        var limit = int.TryParse(Setting("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : otherwise;
        return Complaints.Aggregate(limit, (most, complaint) => ComplaintReader.Limit(complaint) is { } less ? Math.Min(most, less) : most);
    }

    /// <summary>The task of a request: by the first line of its instructions, else by the name of its schema. Null for any other request.</summary>
    public static TaskPrompt? Find(ModelRequest request)
    {
        var system = request.Turns.FirstOrDefault(turn => turn.Speaker == Speaker.System)?.Text ?? "";
        var name = GeneratorNames.InFirstLine(system) ?? GeneratorNames.Known(request.Format?.Name);
        if (name is null)
            return null;

        var said = request.Turns.Where(turn => turn.Speaker == Speaker.User).Select(turn => turn.Text).ToList();
        var complaints = said.Where(ComplaintReader.IsComplaint).ToList();
        var (blocks, rest) = ContextBlocks.Read(string.Join('\n', said.Where(text => !ComplaintReader.IsComplaint(text)).Append(system)));
        return new TaskPrompt { Name = name, Blocks = blocks, Settings = SettingsIn(rest), Complaints = complaints };
    }

    private static bool IsVietnamese(string language) =>
        language.StartsWith("vi", StringComparison.OrdinalIgnoreCase) || language.StartsWith("tiếng việt", StringComparison.OrdinalIgnoreCase);

    // "Campaign type: awareness"; the first one counts.
    private static Dictionary<string, string> SettingsIn(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            var at = line.IndexOf(':', StringComparison.Ordinal);
            if (at is > 1 and < 30 && line[(at + 1)..].Trim() is { Length: > 0 and < 1000 } value)
                settings.TryAdd(line[..at].Trim(' ', '-', '*').ToLowerInvariant(), value);
        }

        return settings;
    }
}
