using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Tmcp.Bench.Bridge;

/// <summary>The measurements as a Markdown table.</summary>
internal static class Report
{
    public static string Write(IReadOnlyList<Measurement> results, TimeSpan round)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}.")
            .AppendLine(CultureInfo.InvariantCulture, $"Median of 5 rounds of {round.TotalSeconds:0.#} s; processor time is user and system, per call.")
            .AppendLine()
            .AppendLine("| tool | clients | server | calls/s | × TypeScript | p50 ms | p99 ms | processor ms: server | PocketBase | sum, × less than TypeScript |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in results.GroupBy(result => (result.Tool, result.Clients)))
        {
            var baseline = group.Single(result => result.Server == "TypeScript SDK");
            foreach (var result in group)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {result.Tool} | {result.Clients} | {result.Server} | {result.CallsPerSecond:0} | {result.CallsPerSecond / baseline.CallsPerSecond:0.0} | {result.P50:0.00} | {result.P99:0.00} | {result.OwnProcessor:0.00} | {result.PocketBaseProcessor:0.00} | {Sum(baseline) / Sum(result):0.0} |");
            }
        }

        return text.ToString();
    }

    private static double Sum(Measurement result) => result.OwnProcessor + result.PocketBaseProcessor;
}
