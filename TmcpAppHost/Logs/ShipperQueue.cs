using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Tmcp.AppHost.Logs;

/// <summary>What is on its way to one receiver: bounded, in batches, in order, sent until it is taken.</summary>
/// <param name="send">Throws <see cref="HttpRequestException"/> or <see cref="TaskCanceledException"/> when the batch was not taken.</param>
/// <param name="sizeOf">Size of one item, in bytes or thereabouts.</param>
/// <param name="clock">Measures the pauses between attempts.</param>
/// <param name="logger">Told once when a batch is refused again and again.</param>
internal sealed partial class ShipperQueue<T>(Func<IReadOnlyList<T>, CancellationToken, Task> send, Func<T, int> sizeOf, TimeProvider clock, ILogger logger)
{
    private const int Capacity = 10_000;
    private const int BatchSize = 500;

    // The cluster's shipper sends 1 MB at most, and the AIOps agent refuses more than 8.
    private const int BatchBytes = 1_000_000;

    // About 15 s.
    private const int AttemptsBeforeLine = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly Channel<T> _items = Channel.CreateBounded<T>(new BoundedChannelOptions(Capacity)
    {
        FullMode = BoundedChannelFullMode.Wait,
        SingleReader = true,
    });

    /// <summary>Waits while the queue is full, so that a receiver that is away slows the reading down and loses nothing.</summary>
    internal ValueTask AddAsync(T item, CancellationToken cancellationToken) => _items.Writer.WriteAsync(item, cancellationToken);

    /// <summary>Sends until cancelled.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var batch = new List<T>(BatchSize);
        while (await _items.Reader.WaitToReadAsync(cancellationToken))
        {
            var bytes = 0;
            while (batch.Count < BatchSize && bytes < BatchBytes && _items.Reader.TryRead(out var item))
            {
                batch.Add(item);
                bytes += sizeOf(item);
            }

            await SendAsync(batch, cancellationToken);
            batch.Clear();
        }
    }

    private async Task SendAsync(List<T> batch, CancellationToken cancellationToken)
    {
        var attempts = 0;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await send(batch, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // While the stack comes up or goes down this is normal.
                if (++attempts == AttemptsBeforeLine)
                    Refused(logger, batch.Count, exception.Message);
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(2, LogLevel.Warning, "{Count} log lines or alerts could not be handed on: {Reason}. They are kept and tried again; see the states of elasticsearch and aiops-agent.")]
    private static partial void Refused(ILogger logger, int count, string reason);
}
