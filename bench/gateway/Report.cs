using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Tmcp.GatewayBench;

/// <summary>The results as a table, on the console and in README.md.</summary>
internal sealed class Report(BenchOptions options)
{
    private const string Begin = "<!-- results -->";
    private const string End = "<!-- /results -->";

    private readonly StringBuilder _rates = new();
    private readonly StringBuilder _times = new();
    private string _memory = "";

    public void AddRates(string path, Dictionary<string, List<Rate>> rounds)
    {
        var ratios = rounds["gateway"].Zip(rounds["nginx"], (gateway, nginx) => gateway.PerSecond / nginx.PerSecond).ToList();
        double PerSecond(string name) => Median([.. rounds[name].Select(rate => rate.PerSecond)]);
        double Processor(string name) => Median([.. rounds[name].Select(rate => rate.ProcessorMicroseconds)]);
        Say(_rates, $"| {path} | {PerSecond("direct"):N0} | {PerSecond("nginx"):N0} | {PerSecond("gateway"):N0} | "
            + $"**{Median(ratios):F2}** ({ratios.Min():F2} to {ratios.Max():F2}) | {Processor("nginx"):N0} | {Processor("gateway"):N0} |");
    }

    public void AddTimes(string what, Dictionary<string, List<double>> samples)
    {
        var (direct, nginx, gateway) = (samples["direct"], samples["nginx"], samples["gateway"]);
        Say(_times, $"| {what} | {Pair(direct)} | {Pair(nginx)} | {Pair(gateway)} | "
            + $"{Median(nginx) - Median(direct):N0} | {Median(gateway) - Median(direct):N0} |");
    }

    public void AddMemory(long nginx, long gateway) => _memory = $"Memory (RSS) after the run: nginx {nginx} MB, gateway {gateway} MB.";

    public async Task PublishAsync()
    {
        var text = $"""
            {Begin}
            {DateTime.UtcNow:yyyy-MM-dd}, {Machine()}. .NET {Environment.Version}, {Version("nginx", "-v")}, load by {Load.Generator}:
            {Load.Connections} connections, {options.Rounds} rounds of {options.Seconds} s. Load average of the machine before the end: {LoadAverage()}.

            | Requests/s | direct | nginx | gateway | gateway / nginx (range) | processor time of nginx, µs a request | of the gateway |
            |---|---|---|---|---|---|---|
            {_rates}
            | Microseconds, p50 / p99 | direct | nginx | gateway | added by nginx | added by gateway |
            |---|---|---|---|---|---|
            {_times}
            {_memory}
            {End}
            """;
        await Console.Out.WriteLineAsync(text);
        if (!options.Write)
            return;

        var file = Path.Combine(Environment.CurrentDirectory, "README.md");
        var page = await File.ReadAllTextAsync(file);
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal) + End.Length);
        await File.WriteAllTextAsync(file, page[..from] + text + page[to..]);
    }

    private static void Say(StringBuilder table, string line)
    {
        table.AppendLine(line);
        Console.Error.WriteLine(line);
    }

    private static string Pair(List<double> samples) => $"{Median(samples):N0} / {Quantile(samples, 0.99):N0}";

    private static double Median(List<double> samples) => Quantile(samples, 0.5);

    private static double Quantile(List<double> samples, double share) => samples.Order().ElementAt((int)(share * (samples.Count - 1)));

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1] ?? "unknown processor";
        return $"{Environment.ProcessorCount} cores of {model}";
    }

    private static string LoadAverage() => File.ReadAllText("/proc/loadavg").Split(' ')[0].ToString(CultureInfo.InvariantCulture);

    // 'nginx version: nginx/1.22.1', on the error stream.
    private static string Version(string program, string option)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [option]) { RedirectStandardError = true, UseShellExecute = false })!;
        return process.StandardError.ReadToEnd().Trim().Split(": ")[^1];
    }
}
