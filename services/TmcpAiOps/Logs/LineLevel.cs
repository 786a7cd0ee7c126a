namespace Tmcp.Logs;

/// <summary>
/// Reads the level that a console line states itself. Shared by the AIOps agent and the shipper of the local stack. By hand, in one pass:
/// every line of the stack goes through here, and a regular expression with a time limit fails on a busy machine.
/// </summary>
internal static class LineLevel
{
    private const int Head = 200;

    private static readonly string[] _jsonKeys = ["\"level\"", "\"severity\"", "\"lvl\"", "\"Severity\"", "\"LogLevel\"", "\"log.level\"", "\"@l\""];
    private static readonly string[] _logfmtKeys = ["level=", "lvl=", "severity="];
    private static readonly string[] _console = ["trce", "dbug", "info", "warn", "fail", "crit"];

    private static readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase)
    {
        "TRACE", "DEBUG", "INFO", "INFORMATION", "NOTICE", "WARN", "WARNING", "ERROR", "ERR", "SEVERE", "CRITICAL", "CRIT", "FATAL", "PANIC", "EMERG",
    };

    /// <summary>The word found (<c>ERROR</c>, <c>fail</c>, <c>warning</c>), or null when the line states none.</summary>
    public static string? Find(string line)
    {
        var text = SkipColours(line.AsSpan());
        if (text.StartsWith("{", StringComparison.Ordinal))
            return Json(text);
        return Console(text) ?? Klog(text) ?? Leading(text) ?? Logfmt(text);
    }

    // {"time":"…","level":"ERROR","msg":"…"}: Go, Node, .NET
    private static string? Json(ReadOnlySpan<char> text)
    {
        foreach (var key in _jsonKeys)
        {
            var at = text.IndexOf(key, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var rest = text[(at + key.Length)..].TrimStart();
            if (rest.Length > 1 && rest[0] == ':' && rest[1..].TrimStart() is ['"', .. var value] && Word(value) is { Length: > 0 } word)
                return word.ToString();
        }

        return null;
    }

    // fail: Tmcp.Bridge.Transport[2003]; with colours "\e[41m\e[30mfail\e[39m\e[22m\e[49m: …"
    private static string? Console(ReadOnlySpan<char> text)
    {
        foreach (var word in _console)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && SkipColours(text[word.Length..]).StartsWith(":", StringComparison.Ordinal))
                return word;
        }

        return null;
    }

    // E1121 05:00:00.123456       1 reflector.go:138] …
    private static string? Klog(ReadOnlySpan<char> text) =>
        text is ['I' or 'W' or 'E' or 'F', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ' ', ..]
            ? text[0] switch { 'E' => "error", 'W' => "warning", 'F' => "fatal", _ => "info" }
            : null;

    // 2026-11-21 05:00:00,123 ERROR [main] …; [2026-11-21T05:00:00Z] [error] …; 2026/11/21 05:00:00 <Warning> …
    private static string? Leading(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < 48 && IsStamp(text, at))
            at++;
        var word = Word(SkipColours(text[at..]));
        return word.Length > 0 && _words.TryGetValue(word.ToString(), out var known) ? known : null;
    }

    // time="…" level=error msg="…": Prometheus, Traefik
    private static string? Logfmt(ReadOnlySpan<char> text)
    {
        var head = text.Length > Head ? text[..Head] : text;
        foreach (var key in _logfmtKeys)
        {
            var at = head.IndexOf(key, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetterOrDigit(head[at - 1])) && Word(head[(at + key.Length)..].TrimStart("\"'")) is { Length: > 0 } word)
                return word.ToString();
        }

        return null;
    }

    private static bool IsStamp(ReadOnlySpan<char> text, int at) =>
        char.IsDigit(text[at]) || " \t:.,+/-[](){}|<>".Contains(text[at])
        // The letters of 2026-11-21T05:00:00Z, not those that begin a word.
        || (text[at] is 'T' or 'Z' && at > 0 && char.IsDigit(text[at - 1]) && (at + 1 == text.Length || !char.IsLetter(text[at + 1])));

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 17 && char.IsAsciiLetter(text[end]))
            end++;
        return end > 16 ? [] : text[..end];
    }

    private static ReadOnlySpan<char> SkipColours(ReadOnlySpan<char> text)
    {
        while (text is ['\u001b', '[', ..] && text[..Math.Min(text.Length, 12)].IndexOf('m') is > 0 and var end)
            text = text[(end + 1)..];
        return text;
    }
}
