using Microsoft.Extensions.ObjectPool;

namespace Tmcp.Gateway.Forwarding;

/// <summary>
/// Ends a forwarding when the client leaves, or when the resource is silent for too long before its answer begins.
/// Used again for other requests: a new timer for each would be a large part of the work.
/// </summary>
internal sealed class FirstByteTimer : IDisposable
{
    // Not ObjectPool.Create: that one disposes what it has no room for, and to dispose means to return here.
    private static readonly DefaultObjectPool<FirstByteTimer> Pool = new(new DefaultPooledObjectPolicy<FirstByteTimer>(), maximumRetained: 256);

    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _watch;
    private CancellationToken _client;
    private TimeSpan _limit;

    /// <summary>For all that is done for this request.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether time ran out, as opposed to the client having left.</summary>
    public bool HasExpired => _source.IsCancellationRequested && !_client.IsCancellationRequested;

    /// <param name="limit">Longest silence; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <param name="client">Cancelled when the client leaves.</param>
    public static FirstByteTimer Start(TimeSpan limit, CancellationToken client)
    {
        var timer = Pool.Get();
        (timer._limit, timer._client) = (limit, client);
        timer._watch = client.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timer._source);
        timer.Restart();
        return timer;
    }

    /// <summary>The request moved on: count from now.</summary>
    public void Restart()
    {
        if (_limit != Timeout.InfiniteTimeSpan)
            _source.CancelAfter(_limit);
    }

    /// <summary>The answer has begun: from now on only the client ends it.</summary>
    public void Stop() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        // Waits for a cancellation that is just under way, so that it cannot hit the next user.
        _watch.Dispose();
        if (_source.TryReset())
            Pool.Return(this);
        else
            _source.Dispose();
    }
}
