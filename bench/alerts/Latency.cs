using System.Diagnostics;

namespace Tmcp.AlertsBench;

/// <summary>From the first byte of an alert to its message at Discord, one alert after the other; the model answers at once.</summary>
internal static class Latency
{
    private static int _number = 10_000_000;

    public static async Task<string> MeasureAsync(Stack stack, Others others, int alerts)
    {
        using var connection = await Connection.OpenAsync(stack.Port);
        var times = new double[alerts];
        for (var i = 0; i < alerts; i++)
        {
            var number = ++_number;
            var told = others.ExpectMessage($"Bench{number}:");
            var start = Stopwatch.GetTimestamp();
            await connection.PostAsync("/api/webhook/alert", Bodies.Alert(number));
            times[i] = Stopwatch.GetElapsedTime(start, await told.WaitAsync(TimeSpan.FromSeconds(30))).TotalMilliseconds;
        }

        return Report.Percentiles([.. times.Order()]);
    }
}
