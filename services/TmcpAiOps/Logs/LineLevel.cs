using System.Text.RegularExpressions;

namespace Tmcp.Logs;

/// <summary>Reads the level that a console line states itself. Shared by the AIOps agent and the shippers of the local stack.</summary>
internal static partial class LineLevel
{
    /// <summary>The word found, as written (<c>ERROR</c>, <c>fail</c>, <c>E</c>), or null when the line states none.</summary>
    public static string? Find(string line)
    {
        var match = Stated().Match(line);
        if (!match.Success)
            return null;
        foreach (var name in (string[])["json", "logfmt", "net", "word", "klog"])
        {
            if (match.Groups[name] is { Success: true } group)
                return name == "klog" ? Klog(group.Value) : group.Value;
        }

        return null;
    }

    private static string Klog(string letter) => letter switch
    {
        "E" => "error",
        "W" => "warning",
        "F" => "fatal",
        _ => "info",
    };

    // Lines of this stack, in the order of the alternatives:
    //   {"time":"…","level":"ERROR","msg":"…"}            JSON: Go, Node, .NET
    //   time="…" level=error msg="…"                       logfmt: Prometheus, Traefik
    //   fail: Tmcp.Bridge.Transport[2003]                  .NET's simple console
    //   2026-11-21 05:00:00,123 ERROR [main] …             Python, Java; also "[error]" and "<Warning>"
    //   E1121 05:00:00.123456       1 reflector.go:138] …  Kubernetes
    [GeneratedRegex("""
        \A(?:
          .{0,2000}?"(?:level|severity|lvl|Severity|LogLevel|log\.level)"\s*:\s*"(?<json>[A-Za-z]{1,16})"
        | .{0,200}?\b(?:level|lvl|severity)=["']?(?<logfmt>[A-Za-z]{1,16})\b
        | (?:\x1b\[[0-9;]*m){0,4}(?<net>trce|dbug|info|warn|fail|crit)(?:\x1b\[[0-9;]*m){0,4}:
        | [\d\s:.,+/TZ\[\]()|-]{0,48}[\[<(]?(?<word>TRACE|DEBUG|INFO|INFORMATION|NOTICE|WARN|WARNING|ERROR|ERR|SEVERE|CRITICAL|CRIT|FATAL|PANIC|EMERG)\b
        | (?<klog>[IWEF])\d{4}\s\d\d:\d\d:\d\d\.
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Stated();
}
