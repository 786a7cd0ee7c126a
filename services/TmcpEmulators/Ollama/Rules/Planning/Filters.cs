namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>PocketBase filter expressions.</summary>
internal static class Filters
{
    public static string Is(string field, string value) => $"{field} = {Quote(value)}";

    public static string Contains(string field, string value) => $"{field} ~ {Quote(value)}";

    public static string All(IEnumerable<string> conditions) => string.Join(" && ", conditions.Where(condition => condition.Length > 0));

    private static string Quote(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
