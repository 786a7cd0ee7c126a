using System.Text;

namespace Tmcp.AiOps.Telemetry.Prometheus;

/// <summary><c>route="alert",outcome="ok"</c>: labels as the text format writes them.</summary>
internal static class Labels
{
    public static string Write(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            if (text.Length > 0)
                text.Append(',');
            text.Append(Name(name)).Append("=\"");
            text.Append((value?.ToString() ?? "").Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));
            text.Append('"');
        }

        return text.ToString();
    }

    public static string Name(string name) => name.Replace('.', '_');
}
