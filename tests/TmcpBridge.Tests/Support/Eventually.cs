using System.Diagnostics;

namespace Tmcp.Bridge.Tests.Support;

internal static class Eventually
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>Asks until the answer is the wanted one; returns the last answer.</summary>
    public static async Task<T> Async<T>(Func<Task<T>> ask, Func<T, bool> wanted)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (wanted(answer) || waited.Elapsed > Timeout)
                return answer;
            (answer as IDisposable)?.Dispose();
            await Task.Yield();
        }
    }
}
