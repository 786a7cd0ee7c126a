namespace Tmcp.Bench.Publish;

/// <summary>The result as a table of Markdown.</summary>
internal static class Report
{
    internal static void Header()
    {
        Line($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, medians of {Case.Rounds}, ms");
        Line("");
        Line("| case | resources | files | read and graph | render | first write | no-change run | lint |");
        Line("|---|---|---|---|---|---|---|---|");
    }

    internal static void Row(string name, Timings times) => Line(
        $"| {name} | {times.Resources:N0} | {times.Files:N0} | {Ms(times.Graph)} | {Ms(times.Render)} | {Ms(times.FirstWrite)} | {Ms(times.NoChange)} | {Ms(times.Lint)} |");

    internal static void Line(string text) => Console.WriteLine(text);

    private static string Ms(TimeSpan time) => $"{time.TotalMilliseconds:N0}";
}
