using System.Diagnostics;

namespace Tmcp.AlertsBench;

/// <summary>100,000 lines from 50 causes, in bodies of 1,000.</summary>
internal static class Storm
{
    private const int Lines = 100_000;
    private const int Body = 1_000;
    private const int Causes = 50;

    public static async Task<string> RunAsync(Stack stack, Others others)
    {
        var bodies = Enumerable.Range(0, Lines / Body).Select(i => Bodies.Lines(i * Body, Body)).ToList();
        var (messages, calls) = (others.Messages, others.ModelCalls);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (body, _) =>
        {
            using var connection = await Connection.OpenAsync(stack.Port);
            if (await connection.PostAsync("/api/webhook/k8s-logs", body) != 202)
                throw new InvalidOperationException("Lines were not taken.");
        });
        var taken = watch.Elapsed;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (others.Messages - messages < Causes && watch.Elapsed < TimeSpan.FromMinutes(2))
            await tick.WaitForNextTickAsync();
        return $"taken in {taken.TotalSeconds:0.0} s, told after {watch.Elapsed.TotalSeconds:0.0} s, {others.Messages - messages} messages, {others.ModelCalls - calls} model calls";
    }
}
