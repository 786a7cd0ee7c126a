using System.Net;

namespace Aspire.Hosting.Orchestration.Dcp;

/// <summary>Repeats a request over broken connections and, where it is safe, conflicts: after 100 ms, 200 ms … 5 s, for 20 s in all.</summary>
internal sealed class DcpRetry(TimeProvider time)
{
    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _total = TimeSpan.FromSeconds(20);

    public async Task<TResult> RunAsync<TResult>(
        Func<int, CancellationToken, Task<TResult>> request, bool retryConflict, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pause = _first;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await request(attempt, cancellationToken);
            }
            catch (Exception exception) when (IsTransient(exception, retryConflict) && time.GetElapsedTime(started) < _total)
            {
                await Task.Delay(pause, time, cancellationToken);
                pause = pause * 2 < _longest ? pause * 2 : _longest;
            }
        }
    }

    /// <summary>Asks until the answer is yes, first every 20 ms, later every 500 ms.</summary>
    public async Task UntilAsync(Func<CancellationToken, Task<bool>> question, TimeSpan limit, string onTimeout, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(20);
        while (!await question(cancellationToken))
        {
            if (time.GetElapsedTime(started) > limit)
                throw new DcpException(onTimeout);
            await Task.Delay(pause, time, cancellationToken);
            pause = pause.TotalMilliseconds < 250 ? pause * 2 : TimeSpan.FromMilliseconds(500);
        }
    }

    private static bool IsTransient(Exception exception, bool retryConflict) => exception switch
    {
        HttpRequestException or IOException => true,
        DcpException { Status: HttpStatusCode.Conflict } => retryConflict,
        DcpException { Status: HttpStatusCode.GatewayTimeout or HttpStatusCode.ServiceUnavailable } => true,
        _ => false,
    };
}
