using Tmcp.Bench.Publish;
using Tmcp.Tests.Shared;

// Usage: dotnet run -c Release --project bench/publish
var folder = OwnedFolder.Create("tmcp-bench-publish-");
try
{
    Report.Header();
    Report.Row("TMCP", Case.Tmcp(folder).Measure());
    Report.Row("500 resources", Case.Random(folder, resources: 500).Measure());
    Report.Row("5,000 resources", Case.Random(folder, resources: 5000).Measure());
    Report.Line($"TMCP as a process, first and second run: {string.Join(", ", Case.Tmcp(folder).MeasureProcess().Select(time => $"{time.TotalMilliseconds:F0} ms"))}");
}
finally
{
    Directory.Delete(folder, recursive: true);
}
