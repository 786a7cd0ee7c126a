using Microsoft.Extensions.Logging;
using Tmcp.Logs;

namespace Tmcp.AppHost.Logs;

/// <summary>
/// The lines of resources on their way to one receiver. Each feed follows the logs for itself, at its own pace: a receiver that is away stops its
/// own reading and nobody else's. What it has not read yet stays with the logs, which hold every line once for all that follow.
/// </summary>
/// <param name="send">Hands a batch on; see <see cref="ShipperQueue{T}"/>.</param>
/// <param name="clock">Measures when a message is complete, and the pauses between attempts.</param>
/// <param name="logger">Told when a batch is refused again and again.</param>
internal sealed class LogFeed(Func<IReadOnlyList<ShippedLine>, CancellationToken, Task> send, TimeProvider clock, ILogger logger)
{
    // A message is complete when the next one begins, or when nothing followed for this long.
    private static readonly TimeSpan Completion = TimeSpan.FromMilliseconds(200);

    private readonly ShipperQueue<ShippedLine> _queue = new(send, SizeOf, clock, logger);
    private readonly string _id = Guid.NewGuid().ToString("N");
    private long _lines;

    /// <summary>Follows the logs at once, so that no line is lost, and reads and sends until cancelled.</summary>
    /// <param name="resources">Whose lines.</param>
    /// <param name="loggers">Has them.</param>
    /// <param name="begin">Reading starts when it ends.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal Task RunAsync(IEnumerable<IResource> resources, ResourceLoggerService loggers, Task begin, CancellationToken cancellationToken) =>
        Task.WhenAll(resources.Select(resource => ReadAsync(resource, loggers, begin, cancellationToken)).Append(_queue.RunAsync(cancellationToken)));

    private async Task ReadAsync(IResource resource, ResourceLoggerService loggers, Task begin, CancellationToken cancellationToken)
    {
        var documents = new LineDocuments(resource.Name, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var batches = loggers.WatchAsync(resource).GetAsyncEnumerator(ending.Token);
        var next = batches.MoveNextAsync().AsTask();
        try
        {
            await begin;
            while (true)
            {
                var isQuiet = await Task.WhenAny(next, Task.Delay(Completion, clock, cancellationToken)) != next;
                if (isQuiet && documents.Flush() is { } last)
                    await PassOnAsync(last, cancellationToken);
                if (!await next)
                    return;
                foreach (var line in batches.Current)
                {
                    if (documents.Add(line.Content, line.IsErrorMessage) is { } complete)
                        await PassOnAsync(complete, cancellationToken);
                }

                next = batches.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An enumerator cannot be disposed of in the middle of a move.
            await ending.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private ValueTask PassOnAsync(LogDocument document, CancellationToken cancellationToken) =>
        _queue.AddAsync(new ShippedLine($"{_id}-{Interlocked.Increment(ref _lines)}", document), cancellationToken);

    // Text apart, a document has some 300 characters.
    private static int SizeOf(ShippedLine line) => line.Document.Message.Length + 300;
}
