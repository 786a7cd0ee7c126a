using System.Threading.Channels;
using Tmcp.Logs;

namespace Tmcp.AppHost.Logs;

/// <summary>The lines on their way to one receiver: bounded, in batches, sent until they are taken.</summary>
/// <param name="send">Throws <see cref="HttpRequestException"/> or <see cref="TaskCanceledException"/> when the batch was not taken.</param>
internal sealed class ShipperQueue(Func<IReadOnlyList<LogDocument>, CancellationToken, Task> send, TimeProvider clock)
{
    private const int Capacity = 10_000;
    private const int BatchSize = 500;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly Channel<LogDocument> _lines = Channel.CreateBounded<LogDocument>(new BoundedChannelOptions(Capacity)
    {
        FullMode = BoundedChannelFullMode.Wait,
        SingleReader = true,
    });

    /// <summary>Waits while the queue is full, so that a receiver that is away slows the reading down and loses nothing.</summary>
    internal ValueTask AddAsync(LogDocument line, CancellationToken cancellationToken) => _lines.Writer.WriteAsync(line, cancellationToken);

    /// <summary>Sends until cancelled.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var batch = new List<LogDocument>(BatchSize);
        while (await _lines.Reader.WaitToReadAsync(cancellationToken))
        {
            while (batch.Count < BatchSize && _lines.Reader.TryRead(out var line))
                batch.Add(line);
            await SendAsync(batch, cancellationToken);
            batch.Clear();
        }
    }

    private async Task SendAsync(List<LogDocument> batch, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await send(batch, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The receiver's own state says why; another line here would only be shipped too.
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }
}
