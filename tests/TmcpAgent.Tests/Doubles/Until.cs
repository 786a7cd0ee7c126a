namespace Tmcp.Agent.Tests.Doubles;

/// <summary>Waits for a condition that nothing announces.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience.Long);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition())
            await tick.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Waits for a cancellation, and is cancelled by it.</summary>
    public static Task CancelledAsync(CancellationToken cancellationToken) => new TaskCompletionSource().Task.WaitAsync(cancellationToken);

    /// <summary>Lets others run: one turn of the timer.</summary>
    public static async Task SoonAsync()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        await tick.WaitForNextTickAsync();
    }
}
