namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>Waits for a condition that nothing announces.</summary>
internal static class Until
{
    public static Task TrueAsync(Func<bool> condition, Func<string>? describe = null) => TrueAsync(() => Task.FromResult(condition()), describe);

    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string>? describe = null)
    {
        using var limit = new CancellationTokenSource(Patience.Long);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await condition())
        {
            try
            {
                await tick.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Not within {Patience.Long}: {describe?.Invoke()}");
            }
        }
    }
}
