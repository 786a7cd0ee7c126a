using Tmcp.AlertsBench;

await using var others = await Others.StartAsync();
var report = new Report();

await using (var stack = await Stack.StartAsync(others, useModel: false))
{
    await Intake.RunAsync(stack, seconds: 3, connections: 16, body: Bodies.Distinct); // warm-up
    report.Add("intake, every alert a new incident", await Intake.RunAsync(stack, seconds: 10, connections: 16, body: Bodies.Distinct));
    report.Add("intake, the same 100 alerts again", await Intake.RunAsync(stack, seconds: 10, connections: 16, body: Bodies.Repeated));
    report.Add("RSS after it", $"{stack.ResidentMegabytes()} MB");
}

await using (var stack = await Stack.StartAsync(others, useModel: true))
{
    await Latency.MeasureAsync(stack, others, 50); // warm-up
    report.Add("alert to message", await Latency.MeasureAsync(stack, others, 400));
    report.Add("storm of 100,000 lines, 50 causes", await Storm.RunAsync(stack, others));
    report.Add("RSS after it", $"{stack.ResidentMegabytes()} MB");
}

report.Write();
