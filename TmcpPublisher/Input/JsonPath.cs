using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Input;

/// <summary>JSON paths as messages show them: <c>$.resources.agent.env.PB_URL</c>, <c>$.args[0]</c>, <c>$['a b']</c>.</summary>
internal static partial class JsonPath
{
    internal static string Member(string path, string name) =>
        Plain().IsMatch(name) ? $"{path}.{name}" : $"{path}['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";

    internal static string Item(string path, int index) => $"{path}[{index}]";

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$-]*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}
