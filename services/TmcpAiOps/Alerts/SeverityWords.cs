namespace Tmcp.AiOps.Alerts;

/// <summary>The words that monitoring systems and log libraries use for a severity.</summary>
internal static class SeverityWords
{
    public static Severity? Find(ReadOnlySpan<char> word)
    {
        word = word.Trim();
        Span<char> lower = stackalloc char[16];
        if (word.Length == 0 || word.Length > lower.Length)
            return null;
        lower = lower[..word.ToLowerInvariant(lower)];
        return lower switch
        {
            "fatal" or "critical" or "crit" or "emergency" or "emerg" or "alert" or "panic" or "page" or "p1" or "sev1" => Severity.Critical,
            "error" or "err" or "fail" or "failure" or "severe" or "high" or "major" or "p2" or "sev2" => Severity.Error,
            "warning" or "warn" or "medium" or "minor" or "p3" or "sev3" => Severity.Warning,
            "information" or "info" or "notice" or "informational" or "low" or "none" or "p4" or "sev4" or "ok" => Severity.Info,
            "debug" or "dbug" or "trace" or "trce" or "verbose" => Severity.Debug,
            _ => null,
        };
    }

    /// <summary>The one word that TMCP writes.</summary>
    public static string Name(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => "debug",
    };
}
