namespace Tmcp.Agent.Generation.Events;

/// <summary>Writes events to a response, each one flushed, and comments in between so that no proxy takes the stream for dead. Thread-safe.</summary>
internal sealed class SseWriter : IEventSink, IAsyncDisposable
{
    public const string ContentType = "text/event-stream; charset=utf-8";

    private static readonly byte[] Comment = [.. ":\n\n"u8];

    private readonly Stream _body;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _end;
    private readonly Task _heartbeats;

    /// <param name="body">The response.</param>
    /// <param name="heartbeat">Time between two comments.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="clientGone">Fires when nobody listens any more.</param>
    public SseWriter(Stream body, TimeSpan heartbeat, TimeProvider clock, CancellationToken clientGone)
    {
        _body = body;
        _end = CancellationTokenSource.CreateLinkedTokenSource(clientGone);
        _heartbeats = BeatAsync(new PeriodicTimer(heartbeat, clock));
    }

    public ValueTask WriteAsync(GeneratorEvent generatorEvent, CancellationToken cancellationToken) =>
        SendAsync([.. "data: "u8, .. GeneratorWire.Write(generatorEvent), .. "\n\n"u8], cancellationToken);

    /// <summary>Writes an event that is JSON already, under a number by which a client can resume.</summary>
    public ValueTask WriteAsync(long id, string json, CancellationToken cancellationToken) =>
        SendAsync(System.Text.Encoding.UTF8.GetBytes($"id: {id}\ndata: {json}\n\n"), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _heartbeats;
        _end.Dispose();
        _gate.Dispose();
    }

    private async ValueTask SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await _body.WriteAsync(frame, cancellationToken);
            await _body.FlushAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task BeatAsync(PeriodicTimer timer)
    {
        using (timer)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(_end.Token))
                    await SendAsync(Comment, _end.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The stream is over; whoever writes the next event hears it, too.
            }
        }
    }
}
