using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Routing;

/// <summary>A prompt that asks to route to one of named members or to finish, recognised by its structure.</summary>
/// <param name="Members">The members with what the prompt says about each, in its order.</param>
/// <param name="Finish">The word for "nobody", as the prompt spells it.</param>
internal sealed partial record TeamPrompt(IReadOnlyList<TeamMember> Members, string Finish)
{
    private const string FinishWord = "FINISH";
    private const int MaxMembers = 30;
    private const int MaxText = 20_000;

    /// <summary>
    /// The team of a request. Names come from the values of a schema or tool that also offers FINISH; else from a list with a line for
    /// each member; else from a list of names in a sentence. Null without the word FINISH or without two names.
    /// </summary>
    public static TeamPrompt? Find(ModelRequest request)
    {
        var text = string.Join('\n', request.Turns.Where(IsInstruction).Select(turn => turn.Text));
        if (text.Length > MaxText)
            text = text[..MaxText];
        var choices = Choices(request.Format?.Schema) ?? request.Tools.Select(tool => Choices(tool.Parameters)).FirstOrDefault(found => found is not null);
        if (choices is null && !Finishes().IsMatch(text))
            return null;

        var lines = MemberLines(text);
        var members = choices is null
            ? lines.Count >= 2 ? lines : NamesInSentences(text)
            : [.. choices.Where(name => name != FinishWord).Select(name => lines.Find(line => line.Name == name) ?? new TeamMember(name, ""))];
        return members.Count >= 2 ? new TeamPrompt([.. members.Take(MaxMembers)], FinishWord) : null;
    }

    /// <summary>True for a turn that instructs: the system's, or a closing question that repeats the choice.</summary>
    public static bool IsInstruction(Turn turn) =>
        turn.Speaker == Speaker.System
        || (turn.Speaker == Speaker.User && turn.Name is null && Finishes().IsMatch(turn.Text) && (MemberLines(turn.Text).Count >= 2 || NamesInSentences(turn.Text).Count >= 2));

    // {"enum": ["Strategist", "Researcher", "FINISH"]} anywhere in a schema.
    private static IReadOnlyList<string>? Choices(JsonNode? schema) => schema switch
    {
        JsonObject fields when fields["enum"] is JsonArray values && values.Select(JsonText.StringOrNull).Contains(FinishWord, StringComparer.Ordinal) =>
            [.. values.Select(JsonText.StringOrNull).OfType<string>()],
        JsonObject fields => fields.Select(field => Choices(field.Value)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(Choices).FirstOrDefault(found => found is not null),
        _ => null,
    };

    // "- Strategist: brands and personas", "1. **Researcher** (trends)", "CampaignManager - campaigns"
    private static List<TeamMember> MemberLines(string text)
    {
        var members = new List<TeamMember>();
        foreach (var match in MemberLine().Matches(text).Take(MaxMembers))
        {
            var name = match.Groups["name"].Value;
            if (name != FinishWord && !members.Exists(member => member.Name == name))
                members.Add(new TeamMember(name, match.Groups["about"].Value));
        }

        return members;
    }

    // "one of: Strategist, CampaignManager, Researcher or FINISH"
    private static List<TeamMember> NamesInSentences(string text)
    {
        var longest = NameList().Matches(text).Take(MaxMembers)
            .Select(match => Name().Matches(match.Value).Select(name => name.Value).Where(name => name != FinishWord).Distinct().ToList())
            .MaxBy(names => names.Count) ?? [];
        return [.. longest.Select(name => new TeamMember(name, Sentence(text, name)))];
    }

    // What the prompt says about a member elsewhere.
    private static string Sentence(string text, string name) =>
        string.Join(' ', text.Split('\n', '.').Where(part => part.Contains(name, StringComparison.Ordinal) && part.Count(character => character == ',') < 3));

    [GeneratedRegex(@"(?<![\w])FINISH(?![\w])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Finishes();

    [GeneratedRegex(@"^[ \t]{0,8}(?:[-*•]|\d{1,2}[.)])?[ \t]{0,4}[*_`""']{0,3}(?<name>[A-Z][A-Za-z0-9]{2,39}(?:[_-][A-Za-z0-9]{1,39}){0,3})[*_`""']{0,3}[ \t]{0,4}(?::|\(|–|—|->|=>|-[ ]|=)(?<about>[^\n]{1,400})",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MemberLine();

    [GeneratedRegex(@"[`""'\[]{0,2}[A-Z][A-Za-z0-9_]{2,39}[`""'\]]{0,2}(?:(?:,[ ]?(?:and[ ]|or[ ])?|[ ](?:and|or)[ ]|[ ]?[|/][ ]?)[`""']{0,2}[A-Z][A-Za-z0-9_]{2,39}[`""'\]]{0,2}){1,29}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NameList();

    [GeneratedRegex("[A-Z][A-Za-z0-9_]{2,39}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Name();
}
