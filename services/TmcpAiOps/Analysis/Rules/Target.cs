using System.Text.RegularExpressions;

namespace Tmcp.AiOps.Analysis.Rules;

/// <summary>Finds what a line is about: the host, file, key or image that it names.</summary>
internal static partial class Target
{
    private const int MaxLength = 120;

    public static string? Find(string line, FailureKind kind)
    {
        var match = kind switch
        {
            FailureKind.DiskFull or FailureKind.CorruptData => Path().Match(line),
            FailureKind.BadDeploy => Named().Match(line),
            FailureKind.OutOfMemory => Match.Empty,
            _ => Host().Match(line),
        };
        if (!match.Success && kind == FailureKind.BadDeploy)
            match = Image().Match(line);
        if (!match.Success || match.Groups["what"].Length is 0 or > MaxLength)
            return null;
        return match.Groups["what"].Value.TrimEnd('.', ',', ':');
    }

    // http://pocketbase:8090/api, lookup ollama-service on 10.43.0.10:53, dial tcp 127.0.0.1:6379, getaddrinfo ENOTFOUND redis, (redis:6379)
    [GeneratedRegex(
        @"https?://(?<what>[\w.-]+(:\d+)?)|\blookup (?<what>[\w.-]+)|\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET) (?<what>[\w.:-]+)|\bdial (?:tcp|udp) (?<what>[\w.\[\]:-]+:\d+)|\bresolve(?: host)?:? ['""]?(?<what>[A-Za-z][\w.-]+)|\b(?:to|at|with|from|host|for|server) ['""(]?(?<what>[A-Za-z][\w-]*(\.[\w-]+)*:\d{2,5}|\d{1,3}(\.\d{1,3}){3}(:\d{2,5})?)|['""(](?<what>[A-Za-z][\w.-]*:\d{2,5})['"")]|\((?<what>[A-Za-z][\w.-]+)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Host();

    [GeneratedRegex(@"(^|[^\w:/])(?<what>/(?:[\w.@-]+/)*[\w.@-]+)|\[(?<what>[\w.-]+)\]\[\d+\]|index \[(?<what>[\w.-]+)\]|['""](?<what>[\w-]+\.(?:db|json|ya?ml|rdb|aof|sqlite))['""]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Path();

    [GeneratedRegex(@"(?:image|secret|configmap|module(?: named)?|assembly|key|variable|setting|table|column(?: named)?|flag:?|migration|option) ['""]?(?<what>[\w./:@-]*\w)['""]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(@"['""](?<what>[\w./@-]+(?::[\w.-]+)?)['""]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Image();
}
