using System.Text;

namespace Aspire.Hosting.ProjectModel;

/// <summary>Splits a command line into arguments.</summary>
internal static class CommandLine
{
    /// <summary>
    /// Blanks separate, double quotes keep together, a backslash before a quote keeps the quote: <c>--text "a \"b\"" c</c> is three arguments.
    /// </summary>
    public static IReadOnlyList<string> Split(string? line)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        var quoted = false;
        var started = false;
        for (var i = 0; i < (line?.Length ?? 0); i++)
        {
            var c = line![i];
            if (c == '\\' && i + 1 < line.Length && line[i + 1] == '"')
            {
                current.Append('"');
                started = true;
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
                started = true;
            }
            else if (char.IsWhiteSpace(c) && !quoted)
            {
                if (started)
                    arguments.Add(current.ToString());
                current.Clear();
                started = false;
            }
            else
            {
                current.Append(c);
                started = true;
            }
        }

        if (started)
            arguments.Add(current.ToString());
        return arguments;
    }
}
