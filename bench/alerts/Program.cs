using Tmcp.AlertsBench;

await using var others = await Others.StartAsync();
var report = new Report();

await using (var stack = await Stack.StartAsync(others, useModel: false))
{
    await Intake.RunAsync(stack, seconds: 3, connections: 16, body: Bodies.Repeated); // warm-up
    report.Add("intake, the same 100 alerts again and again", await Intake.RunAsync(stack, seconds: 10, connections: 16, body: Bodies.Repeated));
    await stack.PostAsync("/api/notifications/pause");
    report.Add("intake, every alert new, messages paused", await Intake.RunAsync(stack, seconds: 10, connections: 16, body: Bodies.Distinct));
    report.Add("intake, every alert new, ten in a request, messages paused", await Intake.RunAsync(stack, seconds: 10, connections: 8, body: Bodies.TenDistinct, alertsInBody: 10));
    await stack.PostAsync("/api/notifications/resume");
    report.Add("intake, every alert new, analysed and told meanwhile", await Intake.RunAsync(stack, seconds: 10, connections: 16, body: Bodies.Distinct));
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
