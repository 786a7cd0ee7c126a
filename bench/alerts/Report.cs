using System.Runtime.InteropServices;

namespace Tmcp.AlertsBench;

/// <summary>The results as a table for bench/README.md.</summary>
internal sealed class Report
{
    private readonly List<(string What, string Result)> _rows = [];

    public void Add(string what, string result)
    {
        Console.Error.WriteLine($"{what}: {result}");
        _rows.Add((what, result));
    }

    public void Write()
    {
        Console.WriteLine($"{DateTimeOffset.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}\n\n| what | result |\n|---|---|");
        foreach (var (what, result) in _rows)
            Console.WriteLine($"| {what} | {result} |");
    }

    /// <param name="sorted">Milliseconds, ascending.</param>
    public static string Percentiles(double[] sorted) =>
        $"p50 {sorted[sorted.Length / 2]:0.0} ms, p99 {sorted[sorted.Length * 99 / 100]:0.0} ms, longest {sorted[^1]:0} ms";
}
