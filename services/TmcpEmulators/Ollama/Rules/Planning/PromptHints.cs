using System.Text.RegularExpressions;
using TmcpEmulators.Ollama.Rules.Intents;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>What a system prompt tells about the user: workspaces, the user's id, the date.</summary>
/// <param name="Workspaces">In the order of the prompt.</param>
/// <param name="UserId">The record id of the user; null when the prompt does not give it.</param>
/// <param name="Today">The date; null when the prompt does not give it.</param>
internal sealed partial record PromptHints(IReadOnlyList<WorkspaceHint> Workspaces, string? UserId, DateOnly? Today)
{
    private const int MaxText = 40_000;

    public static PromptHints Read(string systemText)
    {
        var text = systemText.Length > MaxText ? systemText[..MaxText] : systemText;
        var user = UserIdIs().Match(text);
        var today = TodayIs().Match(text);
        var userId = user.Success && RecordIds.IsId(user.Groups["id"].Value) ? user.Groups["id"].Value : null;
        return new PromptHints(
            [.. WorkspaceHint.FindAll(text).Where(hint => hint.Id != userId)],
            userId,
            today.Success && DateOnly.TryParseExact(today.Groups["date"].Value, "yyyy-MM-dd", out var date) ? date : null);
    }

    // "The user's id is q3k9…", "user id: q3k9…"
    [GeneratedRegex(@"user(?:'s)?[ _]id(?:[ ]is|:|[ ]=)?[ ]{0,3}[""'`]?(?<id>[a-z0-9]{15})(?![a-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex UserIdIs();

    // "Today is 2026-03-01."
    [GeneratedRegex(@"(?:today(?:'s[ ]date)?|current[ ]date|date)(?:[ ]is|:)?[ ]{0,3}(?<date>\d{4}-\d{2}-\d{2})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TodayIs();
}
