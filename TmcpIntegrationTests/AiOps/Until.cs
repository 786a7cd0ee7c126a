using System.Diagnostics;

namespace Tmcp.IntegrationTests;

/// <summary>Waits for conditions that nobody announces.</summary>
internal static class Until
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks again and again; past the budget the test fails with what was waited for.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Interval);
        while (!await condition())
        {
            Assert.True(clock.Elapsed < Budgets.Told, $"Not within {Budgets.Told.TotalSeconds:0} s: {what()}");
            await timer.WaitForNextTickAsync();
        }
    }
}
