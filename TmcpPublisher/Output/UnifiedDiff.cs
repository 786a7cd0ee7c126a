using System.Text;

namespace Tmcp.Publisher.Output;

/// <summary>The difference of two texts as <c>diff -u</c> writes it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    // Beyond this a comparison line by line costs more than it tells.
    private const int MostSteps = 1000;

    /// <param name="path">Of the file, for the header.</param>
    /// <param name="before">Null: the file is missing.</param>
    /// <param name="after">Null: the file is not wanted.</param>
    internal static string Of(string path, string? before, string? after)
    {
        var (left, right) = (Lines(before), Lines(after));
        var text = new StringBuilder();
        text.Append("--- ").Append(before is null ? "/dev/null" : $"a/{path}").Append('\n');
        text.Append("+++ ").Append(after is null ? "/dev/null" : $"b/{path}").Append('\n');
        var lines = Script(left, right);
        for (var start = NextChange(lines, 0); start < lines.Count; start = NextChange(lines, start))
        {
            var first = Math.Max(0, start - Context);
            var end = start;
            for (var next = start; next < lines.Count && next - end <= 2 * Context; next = NextChange(lines, next + 1))
                end = next;
            var last = Math.Min(lines.Count - 1, end + Context);
            AppendHunk(text, lines, first, last);
            start = last + 1;
        }

        return text.ToString();
    }

    private static string[] Lines(string? text) => string.IsNullOrEmpty(text) ? [] : text.TrimEnd('\n').Split('\n');

    private static int NextChange(List<(char Mark, string Line)> lines, int from)
    {
        while (from < lines.Count && lines[from].Mark == ' ')
            from++;
        return from;
    }

    private static void AppendHunk(StringBuilder text, List<(char Mark, string Line)> lines, int first, int last)
    {
        var before = lines.Take(first).ToArray();
        var hunk = lines.GetRange(first, last - first + 1);
        text.Append("@@ -").Append(Range('+')).Append(" +").Append(Range('-')).Append(" @@\n");
        foreach (var (mark, line) in hunk)
            text.Append(mark).Append(line).Append('\n');

        string Range(char other)
        {
            var count = hunk.Count(line => line.Mark != other);
            var start = before.Count(line => line.Mark != other) + (count == 0 ? 0 : 1);
            return count == 1 ? $"{start}" : $"{start},{count}";
        }
    }

    // Myers' greedy algorithm: "An O(ND) Difference Algorithm and Its Variations" (1986), section 4.
    private static List<(char Mark, string Line)> Script(string[] left, string[] right)
    {
        var steps = Math.Min(left.Length + right.Length, MostSteps);
        var furthest = new int[(2 * steps) + 3];
        var history = new List<int[]>();
        for (var step = 0; step <= steps; step++)
        {
            history.Add((int[])furthest.Clone());
            for (var diagonal = -step; diagonal <= step; diagonal += 2)
            {
                var at = diagonal + steps + 1;
                var column = diagonal == -step || (diagonal != step && furthest[at - 1] < furthest[at + 1]) ? furthest[at + 1] : furthest[at - 1] + 1;
                while (column < left.Length && column - diagonal < right.Length && left[column] == right[column - diagonal])
                    column++;
                furthest[at] = column;
                if (column >= left.Length && column - diagonal >= right.Length)
                    return Trace(left, right, history, steps);
            }
        }

        return [.. left.Select(line => ('-', line)), .. right.Select(line => ('+', line))];
    }

    private static List<(char Mark, string Line)> Trace(string[] left, string[] right, List<int[]> history, int steps)
    {
        var lines = new List<(char, string)>();
        var (column, row) = (left.Length, right.Length);
        for (var step = history.Count - 1; step >= 0; step--)
        {
            var furthest = history[step];
            var diagonal = column - row;
            var at = diagonal + steps + 1;
            var isInsert = diagonal == -step || (diagonal != step && furthest[at - 1] < furthest[at + 1]);
            var previousColumn = isInsert ? furthest[at + 1] : furthest[at - 1];
            var previousRow = previousColumn - (isInsert ? diagonal + 1 : diagonal - 1);
            while (column > Math.Max(previousColumn, 0) && row > Math.Max(previousRow, 0) && left[column - 1] == right[row - 1] && (column, row) != (previousColumn, previousRow))
                (column, row) = Step(lines, ' ', left[column - 1], column - 1, row - 1);
            if (step == 0)
                break;
            (column, row) = isInsert ? Step(lines, '+', right[row - 1], column, row - 1) : Step(lines, '-', left[column - 1], column - 1, row);
        }

        lines.Reverse();
        return lines;
    }

    private static (int Column, int Row) Step(List<(char, string)> lines, char mark, string line, int column, int row)
    {
        lines.Add((mark, line));
        return (column, row);
    }
}
