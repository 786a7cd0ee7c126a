namespace Tmcp.Gateway.Forwarding;

/// <summary>
/// Ends a forwarding when the client leaves, or when the resource is silent for too long before its answer begins.
/// </summary>
internal sealed class FirstByteTimer : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _client;
    private readonly TimeSpan _limit;

    /// <param name="limit">Longest silence; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <param name="client">Cancelled when the client leaves.</param>
    public FirstByteTimer(TimeSpan limit, CancellationToken client)
    {
        (_client, _limit) = (client, limit);
        _source = CancellationTokenSource.CreateLinkedTokenSource(client);
        Restart();
    }

    /// <summary>For all that is done for this request.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether time ran out, as opposed to the client having left.</summary>
    public bool HasExpired => _source.IsCancellationRequested && !_client.IsCancellationRequested;

    /// <summary>The request moved on: count from now.</summary>
    public void Restart()
    {
        if (_limit != Timeout.InfiniteTimeSpan)
            _source.CancelAfter(_limit);
    }

    /// <summary>The answer has begun: from now on only the client ends it.</summary>
    public void Stop() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose() => _source.Dispose();
}
