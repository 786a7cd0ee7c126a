using System.Globalization;
using Tmcp.Bench.Bridge;
using Tmcp.Tests.Shared;

// Optional first argument: seconds of one round.
var round = TimeSpan.FromSeconds(args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5);

await using var pocketBase = await PocketBaseServer.StartAsync();
var data = await BenchData.CreateAsync(pocketBase);
await using var bridge = await BenchServer.StartBridgeAsync(pocketBase.Address);
await using var typeScript = await BenchServer.StartTypeScriptAsync(pocketBase.Address);
using var direct = BenchServer.Attach("PocketBase directly", pocketBase.Address, pocketBase.ProcessId);

var results = new List<Measurement>();
foreach (var call in data.Calls)
{
    foreach (var clients in new[] { 1, 50 })
        results.AddRange(await Comparison.RunAsync(call, clients, round, [bridge, typeScript, direct], direct));
}

Console.WriteLine(Report.Write(results, round));
