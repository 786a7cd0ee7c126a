using System.Text.RegularExpressions;

namespace Tmcp.Logs;

/// <summary>Reads the W3C trace id that a console line states itself: <c>"TraceId":"4bf92f35…"</c>, <c>trace_id=4bf92f35…</c>.</summary>
internal static partial class LineTrace
{
    private const string None = "00000000000000000000000000000000";

    /// <summary>The id, 32 hex digits in lower case, or null when the line states none.</summary>
    public static string? Find(string line)
        => Named().Match(line) is { Success: true } match && match.Groups["id"].Value is var id && id != None ? id.ToLowerInvariant() : null;

    [GeneratedRegex(@"trace[._-]?id[""']?\s*[:=]\s*[""']?(?<id>[0-9a-f]{32})(?:[^0-9a-f]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
