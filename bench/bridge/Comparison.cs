namespace Tmcp.Bench.Bridge;

/// <summary>What one server did in its best of several rounds.</summary>
internal sealed record Measurement(string Tool, int Clients, string Server, double CallsPerSecond, double P50, double P99, double OwnProcessor, double PocketBaseProcessor);

/// <summary>Measures servers in turn, several rounds each, so that what else the machine does meets all of them.</summary>
internal static class Comparison
{
    private const int Rounds = 5;

    public static async Task<IReadOnlyList<Measurement>> RunAsync(
        BenchCall call, int clients, TimeSpan round, IReadOnlyList<BenchServer> servers, BenchServer pocketBase)
    {
        foreach (var server in servers)
            await Load.RunAsync(server, call, clients, round);

        var found = servers.ToDictionary(server => server, _ => new List<Measurement>());
        for (var number = 0; number < Rounds; number++)
        {
            foreach (var server in servers)
                found[server].Add(await MeasureAsync(server, call, clients, round, pocketBase));
        }

        // The median: the best would flatter, the mean would count a neighbour's build.
        return [.. servers.Select(server => found[server].OrderBy(measured => measured.CallsPerSecond).ElementAt(Rounds / 2))];
    }

    private static async Task<Measurement> MeasureAsync(BenchServer server, BenchCall call, int clients, TimeSpan round, BenchServer pocketBase)
    {
        var (own, stores) = (server.ProcessorTime, pocketBase.ProcessorTime);
        var latencies = await Load.RunAsync(server, call, clients, round);
        var calls = latencies.Count;
        var (ownSpent, storeSpent) = (server.ProcessorTime - own, pocketBase.ProcessorTime - stores);
        latencies.Sort();
        Console.Error.WriteLine($"{call.Tool}, {clients} clients, {server.Name}: {calls / round.TotalSeconds:0}/s");
        return new Measurement(
            call.Tool,
            clients,
            server.Name,
            calls / round.TotalSeconds,
            latencies[calls / 2],
            latencies[calls * 99 / 100],
            server == pocketBase ? 0 : ownSpent.TotalMilliseconds / calls,
            storeSpent.TotalMilliseconds / calls);
    }
}
