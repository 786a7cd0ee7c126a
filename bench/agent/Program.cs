using Tmcp.AgentBench;

if (args is ["others"])
{
    await Others.RunAsync();
    return;
}

await using var stack = await Stack.StartAsync();
var report = new Report();

await Load.RunAsync(stack.Agent, streams: 50, TimeSpan.FromSeconds(1)); // warm-up
await Load.RunAsync(stack.Model, streams: 50, TimeSpan.FromSeconds(1));
var idle = stack.ResidentKilobytes();

foreach (var streams in (int[])[1, 100, 1_000])
{
    // As many seconds of arrival as make all of them talk at once at the end of it: a stream lasts longer.
    var arrival = TimeSpan.FromSeconds(streams < 1_000 ? 1 : 8);
    report.Add($"{streams} streams, model directly", await Load.RunAsync(stack.Model, streams, arrival));
    long most = 0;
    using var sampling = new Timer(_ => most = Math.Max(most, stack.ResidentKilobytes()), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
    var spent = stack.ProcessorTime();
    var outcome = await Load.RunAsync(stack.Agent, streams, arrival);
    report.Add($"{streams} streams, through the agent", outcome);
    if (streams == 1_000)
    {
        report.AddMemory(idle, most, streams);
        report.AddProcessorTime(stack.ProcessorTime() - spent, outcome);
    }
}

report.Write();
