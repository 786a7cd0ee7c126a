using Tmcp.GatewayBench;

if (args is ["upstream"])
{
    await BenchUpstream.RunAsync();
    return 0;
}

return await Bench.RunAsync(BenchOptions.Parse(args));
