namespace Tmcp.GatewayBench;

/// <summary>
/// Measures everything in one run. The three candidates take turns within each round, so that whatever else the machine does
/// meets all of them; a ratio is the median of the rounds' ratios.
/// </summary>
internal static class Bench
{
    private const int LatencyRequests = 1000;
    private const int Streams = 100;
    private const int WarmUpSeconds = 8;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        using var servers = await Servers.StartAsync();
        // Long enough for the compiler of the runtime to finish with what is hot.
        foreach (var target in servers.Targets.Values)
        {
            await Load.MeasureAsync(new Uri(target, "json"), WarmUpSeconds);
            await Load.MeasureAsync(new Uri(target, "large"), WarmUpSeconds);
        }

        var report = new Report(options);
        foreach (var path in (string[])["json", "large"])
            report.AddRates(path, await RatesAsync(servers, path, options));
        report.AddTimes("json", await SamplesAsync(servers, options.Rounds, target => Latency.MeasureAsync(new Uri(target, "json"), LatencyRequests)));
        report.AddTimes("large", await SamplesAsync(servers, options.Rounds, target => Latency.MeasureAsync(new Uri(target, "large"), LatencyRequests)));
        report.AddTimes("first event", await SamplesAsync(servers, options.Rounds, target => Latency.MeasureFirstEventAsync(new Uri(target, "events"), Streams)));
        report.AddMemory(servers.Processes["nginx"].MemoryMegabytes(), servers.Processes["gateway"].MemoryMegabytes());

        await report.PublishAsync();
        return 0;
    }

    private static async Task<Dictionary<string, List<Rate>>> RatesAsync(Servers servers, string path, BenchOptions options)
    {
        var results = servers.Targets.Keys.ToDictionary(name => name, _ => new List<Rate>());
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var (name, target) in servers.Targets)
            {
                var before = servers.Processes[name].ProcessorTime();
                var perSecond = await Load.MeasureAsync(new Uri(target, path), options.Seconds);
                var used = servers.Processes[name].ProcessorTime() - before;
                results[name].Add(new Rate(perSecond, used.TotalMicroseconds / (perSecond * options.Seconds)));
            }
        }

        return results;
    }

    private static async Task<Dictionary<string, List<double>>> SamplesAsync(Servers servers, int rounds, Func<Uri, Task<double[]>> measure)
    {
        var results = servers.Targets.Keys.ToDictionary(name => name, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, target) in servers.Targets)
                results[name].AddRange(await measure(target));
        }

        return results;
    }
}
