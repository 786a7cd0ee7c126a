using System.Globalization;
using System.Text.Json;

namespace Aspire.Hosting.Orchestration.Execution.Logs;

/// <summary>Reads dcp's log lines.</summary>
internal static class LogLineParser
{
    /// <summary>
    /// Splits time and text: <c>2026-11-21T00:28:59.833Z hello</c>. A line whose beginning is no time is all text.
    /// </summary>
    public static (DateTimeOffset? Time, string Text) Split(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var stamp = space < 0 ? line : line[..space];
        return DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && stamp.Contains('T', StringComparison.Ordinal)
            ? (time, space < 0 ? "" : line[(space + 1)..])
            : (null, line);
    }

    /// <summary>
    /// The cause in a line of the <c>system</c> log:
    /// <c>2026-11-21T00:28:59.833Z⇥error⇥dcp.ExecutableReconciler⇥Failed to start process⇥{"error": "fork/exec /x: no such file"}</c>.
    /// Null when the line is no error.
    /// </summary>
    public static string? SystemError(string line)
    {
        var parts = line.Split('\t');
        if (parts.Length < 4 || !parts.Contains("error"))
            return null;
        var message = parts[Array.IndexOf(parts, "error") + 2 < parts.Length ? Array.IndexOf(parts, "error") + 2 : ^1];
        if (!parts[^1].StartsWith('{'))
            return message;
        try
        {
            using var details = JsonDocument.Parse(parts[^1]);
            return details.RootElement.TryGetProperty("error", out var error) ? $"{message}: {error}" : message;
        }
        catch (JsonException)
        {
            return message;
        }
    }
}
