using System.Diagnostics;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>Waits for a condition of the outside world (a process is gone, a folder has vanished) with a deadline.</summary>
internal static class Eventually
{
    /// <summary>Time until the condition held; fails when it does not within the limit.</summary>
    public static async Task<TimeSpan> TrueAsync(Func<bool> condition, TimeSpan limit, Func<string> otherwise)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (!condition())
        {
            Assert.True(clock.Elapsed < limit, $"Not within {limit.TotalSeconds:0.0} s: {otherwise()}");
            await timer.WaitForNextTickAsync();
        }

        return clock.Elapsed;
    }
}
