using System.Text.RegularExpressions;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Planning;
using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Routing;

/// <summary>
/// Routes: to nobody when a member has just answered, else to the member whose description has most in common with the request.
/// </summary>
internal static partial class Supervisor
{
    public static string Choose(TeamPrompt team, IReadOnlyList<Turn> turns)
    {
        var talk = turns.Where(turn => !TeamPrompt.IsInstruction(turn) && turn.Speaker != Speaker.Tool && turn.Text.Length > 0).ToList();
        if (talk.Count == 0 || IsMembers(team, talk[^1]))
            return team.Finish;

        var thread = new RequestThread([.. talk.Select(turn => IsMembers(team, turn) ? turn with { Speaker = Speaker.Assistant } : turn)]);
        var intent = BackReference.Resolve(IntentReader.Read(thread.Request), thread.EarlierAnswers);
        if (intent.Action == RequestAction.Help)
            return team.Finish;
        var best = team.Members.Select((member, index) => (member, Score: Score(member, intent), index)).MaxBy(entry => (entry.Score, -entry.index));
        if (best.Score > 0)
            return best.member.Name;

        // Nobody's words fit. Records are everybody's business; anything else is nobody's, unless a member is being answered.
        var fallback = AskedLast(team, talk) ?? (intent.Word is not null || intent.Action == RequestAction.Collections ? team.Members[0] : null);
        return fallback?.Name ?? team.Finish;
    }

    private static bool IsMembers(TeamPrompt team, Turn turn) =>
        RequestThread.IsAnswer(turn) || team.Members.Any(member => Speaks(member, turn));

    // "Strategist: …", "[Strategist] …", or a turn that bears the name.
    private static bool Speaks(TeamMember member, Turn turn) =>
        turn.Name == member.Name
        || turn.Text.StartsWith($"{member.Name}:", StringComparison.Ordinal)
        || turn.Text.StartsWith($"[{member.Name}]", StringComparison.Ordinal)
        || turn.Text.StartsWith($"**{member.Name}**", StringComparison.Ordinal);

    // The member who spoke last, if it asked something.
    private static TeamMember? AskedLast(TeamPrompt team, List<Turn> talk)
    {
        var last = talk.FindLast(turn => IsMembers(team, turn));
        return last?.Text.Contains('?', StringComparison.Ordinal) == true ? team.Members.FirstOrDefault(member => Speaks(member, last)) : null;
    }

    private static double Score(TeamMember member, Intent intent)
    {
        var name = string.Join(' ', NameParts().Matches(member.Name).Select(part => part.Value));
        if (intent.Utterance.Text.Contains(member.Name, StringComparison.OrdinalIgnoreCase))
            return 100;

        var score = 0.0;
        if (intent.Word is { } word)
        {
            score += member.About.Contains(word.Collection, StringComparison.OrdinalIgnoreCase) ? 30 : Mentions(member.About, word) ? 10 : 0;
            score += 8 * Common(Stems($"{word.One} {word.Many} {word.Collection}"), Stems(name));
        }

        if (intent.Action == RequestAction.Search)
            score += Common(["research", "trend", "search", "web"], Stems($"{name} {member.About}")) * 4;
        return score + (0.5 * Common(Stems(intent.Utterance.Lower), Stems($"{name} {member.About}")));
    }

    private static bool Mentions(string about, CollectionWord word) =>
        Collections.FindAll(new Utterance(about)).Any(match => match.Meaning == word);

    private static int Common(HashSet<string> left, HashSet<string> right) => left.Count(right.Contains);

    // Words of four letters and more, cut to their first six: campaign, campaigns and campaigning are one.
    private static HashSet<string> Stems(string text) =>
        [.. Word().Matches(text.Replace('_', ' ').ToLowerInvariant()).Select(word => word.Value[..Math.Min(6, word.Length)])];

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NameParts();

    [GeneratedRegex(@"\p{L}{4,40}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Word();
}
