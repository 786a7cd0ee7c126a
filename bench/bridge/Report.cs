using System.Globalization;
using System.Text;

namespace Tmcp.Bench.Bridge;

/// <summary>The measurements as a Markdown table.</summary>
internal static class Report
{
    public static string Write(IReadOnlyList<Measurement> results, TimeSpan round)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"Median of 5 rounds of {round.TotalSeconds:0.#} s; processor time is user and system, per call.")
            .AppendLine()
            .AppendLine("| tool | clients | server | calls/s | times TypeScript | p50 ms | p99 ms | its processor ms | PocketBase's processor ms |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var group in results.GroupBy(result => (result.Tool, result.Clients)))
        {
            var baseline = group.Single(result => result.Server == "TypeScript SDK").CallsPerSecond;
            foreach (var result in group)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {result.Tool} | {result.Clients} | {result.Server} | {result.CallsPerSecond:0} | {result.CallsPerSecond / baseline:0.0} | {result.P50:0.00} | {result.P99:0.00} | {result.OwnProcessor:0.00} | {result.PocketBaseProcessor:0.00} |");
            }
        }

        return text.ToString();
    }
}
