using System.Text.RegularExpressions;

namespace Tmcp.Tools.Tests.Vault;

/// <summary>Vault's rule: the longest path that fits decides; <c>*</c> at the end stands for anything.</summary>
internal static partial class PolicyText
{
    public static bool Allows(string policy, string path, string method, bool exists)
    {
        var rule = Rule().Matches(policy)
            .Where(match => Fits(match.Groups["path"].Value, path))
            .MaxBy(match => match.Groups["path"].Value.TrimEnd('*').Length);
        var capabilities = rule?.Groups["list"].Value.Split(',').Select(item => item.Trim(' ', '"')).ToArray() ?? [];
        var needed = method == "GET" ? "read" : exists ? "update" : "create";
        return capabilities.Contains(needed) && (!path.StartsWith("sys/auth/", StringComparison.Ordinal) || method == "GET" || capabilities.Contains("sudo"));
    }

    private static bool Fits(string rule, string path) =>
        rule.EndsWith('*') ? path.StartsWith(rule[..^1], StringComparison.Ordinal) : rule == path;

    [GeneratedRegex("""path "(?<path>[^"]+)" \{ capabilities = \[(?<list>[^\]]*)\] \}""")]
    private static partial Regex Rule();
}
