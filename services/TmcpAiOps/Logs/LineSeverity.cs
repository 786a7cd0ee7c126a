using System.Text.RegularExpressions;
using Tmcp.AiOps.Alerts;
using Tmcp.Logs;

namespace Tmcp.AiOps.Logs;

/// <summary>How bad a log line is: what its record states, else what the line states, else what its words say.</summary>
internal static partial class LineSeverity
{
    public static Severity Of(string line, string? stated)
    {
        if (stated is not null && SeverityWords.Find(stated) is { } known)
            return known;
        // Only the beginning: a level stands there, and a line may be a megabyte of data.
        var head = line.Length > 2000 ? line[..2000] : line;
        if (LineLevel.Find(head) is { } word && SeverityWords.Find(word) is { } read)
            return read;
        if (Continuation().IsMatch(head))
            return Severity.Info;
        if (Disaster().IsMatch(head))
            return Severity.Critical;
        return Trouble().IsMatch(Harmless().Replace(head, " ")) ? Severity.Error : Severity.Info;
    }

    // Stack frames belong to the line above them, which is reported by itself.
    [GeneratedRegex(@"\A\s+(?:at\s|File\s""|in\s|\.\.\.\s|---|goroutine\s)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"\b(?:OOMKilled|out of memory|oom-kill|no space left on device|panic:|segmentation fault|core dumped|FATAL)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Disaster();

    [GeneratedRegex(
        @"\b(?:\w*error|\w*exception|failed|failure|fatal|traceback|refused|unreachable|denied|timed out|CrashLoopBackOff|ImagePullBackOff|ErrImagePull|Unhandled|corrupt(?:ed|ion)?|unauthori[sz]ed)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Trouble();

    // "0 errors", "no error", "errors: 0", "error=null", "failed: 0", "without failure"
    [GeneratedRegex(
        @"\b(?:0|no|zero|without|any)\s+(?:\w+\s)?(?:errors?|failures?|failed|exceptions?)\b|\b(?:errors?|failures?|failed|exceptions?)[""']?\s?[:=]\s?[""']?(?:0|null|nil|none|false)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Harmless();
}
