using System.Diagnostics;

namespace Tmcp.GatewayBench;

/// <summary>Time of single requests, one after the other.</summary>
internal static class Latency
{
    /// <summary>Microseconds of each request on one kept connection.</summary>
    public static async Task<double[]> MeasureAsync(Uri address, int requests)
    {
        using var connection = await BenchConnection.OpenAsync(address);
        var times = new double[requests];
        for (var index = 0; index < requests; index++)
            times[index] = await TimeAsync(connection.AskAsync);
        return times;
    }

    /// <summary>Microseconds to the first event of each stream, every one on a new connection that is already open.</summary>
    public static async Task<double[]> MeasureFirstEventAsync(Uri address, int streams)
    {
        var times = new double[streams];
        for (var index = 0; index < streams; index++)
        {
            using var connection = await BenchConnection.OpenAsync(address);
            times[index] = await TimeAsync(connection.AskForEventAsync);
        }

        return times;
    }

    private static async Task<double> TimeAsync(Func<Task> ask)
    {
        var start = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
