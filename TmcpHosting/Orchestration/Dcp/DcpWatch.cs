using System.Text.Json;
using System.Threading.Channels;
using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Dcp;

/// <summary>Follows all objects of one kind for as long as dcp lives.</summary>
/// <remarks>
/// A reader that stops reading blocks every write to the kind, dcp's own included. So the stream is drained by a task of its
/// own into an unbounded channel, whatever the consumer does. The server ends a watch now and then (and some went silent after a
/// long time): the watch is renewed every five minutes, repeated news are dropped by uid and version, and what vanished
/// in between is found by a list.
/// </remarks>
internal sealed class DcpWatch<T>(DcpClient client, TimeProvider time)
    where T : class, IDcpKind<T>
{
    private static readonly TimeSpan _renewal = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);
    private readonly Channel<DcpWatchEvent<T>> _changes = Channel.CreateUnbounded<DcpWatchEvent<T>>(new UnboundedChannelOptions { SingleWriter = true });
    private readonly Dictionary<string, T> _known = new(StringComparer.Ordinal);

    /// <summary>Every change once, in order. Ends with an error when dcp is gone, quietly when the drain was cancelled.</summary>
    public ChannelReader<DcpWatchEvent<T>> Changes => _changes.Reader;

    /// <summary>Longest life of one connection; shorter in tests.</summary>
    public TimeSpan Renewal { get; init; } = _renewal;

    /// <summary>Drains until cancelled. Returns the failure that says dcp is gone, or null.</summary>
    public async Task<Exception?> DrainAsync(CancellationToken cancellationToken)
    {
        var lastSuccess = time.GetTimestamp();
        var first = true;
        while (true)
        {
            using var life = new CancellationTokenSource(Renewal, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(life.Token, cancellationToken);
            try
            {
                if (!first)
                    await DropVanishedAsync(either.Token);
                first = false;
                lastSuccess = time.GetTimestamp();
                await foreach (var change in client.WatchOnceAsync<T>(either.Token))
                    Publish(change);
                lastSuccess = time.GetTimestamp();
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                _changes.Writer.TryComplete();
                return null;
            }
            catch (OperationCanceledException)
            {
                // The connection reached its age: renew it.
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or DcpException or JsonException)
            {
                if (time.GetElapsedTime(lastSuccess) > _patience)
                {
                    _changes.Writer.TryComplete(exception);
                    return exception;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), time, CancellationToken.None);
            }
        }
    }

    private async Task DropVanishedAsync(CancellationToken cancellationToken)
    {
        var present = (await client.ListOnceAsync<T>(cancellationToken)).Select(item => item.Metadata.Uid).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _known.Values.Where(item => !present.Contains(item.Metadata.Uid)).ToList())
            Publish(new DcpWatchEvent<T>("DELETED", gone));
    }

    private void Publish(DcpWatchEvent<T> change)
    {
        var metadata = change.Object.Metadata;
        if (change.IsDeleted)
        {
            if (!_known.TryGetValue(metadata.Name, out var last) || last.Metadata.Uid != metadata.Uid)
                return;
            _known.Remove(metadata.Name);
        }
        else
        {
            if (_known.TryGetValue(metadata.Name, out var last)
                && last.Metadata.Uid == metadata.Uid && last.Metadata.ResourceVersion == metadata.ResourceVersion)
                return;
            _known[metadata.Name] = change.Object;
        }

        _changes.Writer.TryWrite(change);
    }
}
