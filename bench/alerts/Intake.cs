using System.Collections.Concurrent;
using System.Diagnostics;

namespace Tmcp.AlertsBench;

/// <summary>As many alerts as are taken, each connection sending its next when it has its answer.</summary>
internal static class Intake
{
    public static async Task<string> RunAsync(Stack stack, int seconds, int connections, Func<byte[]> body, int alertsInBody = 1)
    {
        var times = new ConcurrentBag<List<double>>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            using var connection = await Connection.OpenAsync(stack.Port);
            var own = new List<double>();
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var bytes = body();
                var start = Stopwatch.GetTimestamp();
                var status = await connection.PostAsync("/api/webhook/alert", bytes);
                if (status != 202)
                    throw new InvalidOperationException($"The service answered {status}.");
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Add(own);
        }));
        var all = times.SelectMany(own => own).Order().ToArray();
        return $"{alertsInBody * all.Length / watch.Elapsed.TotalSeconds:0} alerts/s, {Report.Percentiles(all)}";
    }
}
