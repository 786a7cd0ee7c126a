using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// The console logs of all resources: the last 10,000 lines of each, and live streams of them. A resource is addressed by its
/// name, which merges its replicas, or by the id of one instance. Thread-safe.
/// </summary>
public class ResourceLoggerService : IDisposable
{
    private const int LargestBatch = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ResourceLog> _logs = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _clock;
    private readonly Func<string, ResourceAddress> _resolve;

    internal ResourceLoggerService(TimeProvider clock, Func<string, ResourceAddress> resolve)
    {
        _clock = clock;
        _resolve = resolve;
    }

    /// <summary>A logger that writes into the log of a resource, and of each of its replicas.</summary>
    /// <param name="resource">The resource.</param>
    public ILogger GetLogger(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new ResourceLogger((text, isError) => Write(ResourceAddress.Of(resource), null, text, isError));
    }

    /// <summary>A logger that writes into the log of a resource or of one instance.</summary>
    /// <param name="resourceName">Name of the resource, or id of an instance.</param>
    public ILogger GetLogger(string resourceName)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        return new ResourceLogger((text, isError) => Write(_resolve(resourceName), null, text, isError));
    }

    /// <summary>Follows the log of a resource, replicas merged: first what is kept, then batches as they come, until the log is complete.</summary>
    /// <param name="resource">The resource.</param>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return FollowAsync(resource.Name);
    }

    /// <summary>Follows the log of a resource or of one instance: first what is kept, then batches as they come, until the log is complete.</summary>
    /// <param name="resourceName">Name of the resource, or id of an instance. An unknown one is an empty log that may fill later.</param>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        return FollowAsync(resourceName);
    }

    /// <summary>What the log of a resource holds now, replicas merged; ends there.</summary>
    /// <param name="resource">The resource.</param>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return BacklogAsync(resource.Name);
    }

    /// <summary>What the log of a resource or of one instance holds now; ends there.</summary>
    /// <param name="resourceName">Name of the resource, or id of an instance.</param>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        return BacklogAsync(resourceName);
    }

    /// <summary>Ends the log of a resource and of all its instances: streams end, later lines are dropped.</summary>
    /// <param name="resource">The resource.</param>
    public void Complete(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        Complete(ResourceAddress.Of(resource));
    }

    /// <summary>Ends the log of a resource with all its instances, or of one instance: streams end, later lines are dropped.</summary>
    /// <param name="name">Name of the resource, or id of an instance.</param>
    public void Complete(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Complete(_resolve(name));
    }

    /// <summary>Forgets the lines kept so far, of a resource with all its instances or of one instance. Followers keep what they have; line numbers go on.</summary>
    /// <param name="resourceName">Name of the resource, or id of an instance.</param>
    public void ClearBacklog(string resourceName)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        var address = _resolve(resourceName);
        lock (_lock)
        {
            foreach (var name in address.Selected)
                Open(address, name).Clear();
        }
    }

    /// <summary>Adds one line that an instance wrote.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="resourceId">Id of the instance that wrote it.</param>
    /// <param name="text">The line, without line end and time.</param>
    /// <param name="isError">True for the error stream.</param>
    /// <param name="time">When it was written; null for now.</param>
    internal void AppendLine(IResource resource, string resourceId, string text, bool isError, DateTimeOffset? time = null)
        => Write(ResourceAddress.Of(resource) with { Instance = resourceId }, time, text, isError);

    /// <summary>The last lines of a resource or instance, plain and without empty ones, oldest first.</summary>
    internal IReadOnlyList<string> Tail(string nameOrId, int count)
    {
        var address = _resolve(nameOrId);
        LogLine[] backlog;
        lock (_lock)
            backlog = Open(address, address.Instance ?? address.Name).Backlog();
        return [.. backlog.Select(line => LogText.Plain(line.Content)).Where(text => text.Length > 0).TakeLast(count)];
    }

    /// <summary>Ends every log.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var log in _logs.Values)
                log.Complete();
        }

        GC.SuppressFinalize(this);
    }

    private void Complete(ResourceAddress address)
    {
        lock (_lock)
        {
            foreach (var name in address.Selected)
                Open(address, name).Complete();
        }
    }

    private void Write(ResourceAddress address, DateTimeOffset? time, string text, bool isError)
    {
        var at = time ?? _clock.GetUtcNow();
        lock (_lock)
        {
            // All are opened before any is written: a new one copies what was shared before this line.
            ResourceLog[] logs = [.. address.Written.Select(name => Open(address, name))];
            foreach (var line in LogText.Lines(text))
            {
                var entry = new LogEntry(LogText.Stamp(at, line), isError, IsShared: address.Instance is null);
                foreach (var log in logs)
                    log.Append(entry);
            }
        }
    }

    // A log is created by whoever touches it first; an instance's begins with what was said about the resource before.
    private ResourceLog Open(ResourceAddress address, string name)
    {
        if (_logs.TryGetValue(name, out var log))
            return log;

        _logs[name] = log = new ResourceLog();
        if (name != address.Name && _logs.TryGetValue(address.Name, out var parent))
        {
            foreach (var entry in parent.SharedEntries())
                log.Append(entry);
        }

        return log;
    }

    private async IAsyncEnumerable<IReadOnlyList<LogLine>> FollowAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<LogLine>(new UnboundedChannelOptions { SingleReader = true });
        var address = _resolve(name);
        ResourceLog log;
        LogLine[] backlog;
        lock (_lock)
        {
            log = Open(address, address.Instance ?? address.Name);
            backlog = log.Backlog();
            log.Follow(channel.Writer);
        }

        try
        {
            if (backlog.Length > 0)
                yield return backlog;

            while (await channel.Reader.WaitToReadAsync(cancellationToken))
            {
                var batch = new List<LogLine>();
                while (batch.Count < LargestBatch && channel.Reader.TryRead(out var line))
                    batch.Add(line);
                yield return batch;
            }
        }
        finally
        {
            lock (_lock)
                log.Unfollow(channel.Writer);
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<LogLine>> BacklogAsync(string name)
    {
        await Task.CompletedTask;
        var address = _resolve(name);
        LogLine[] backlog;
        lock (_lock)
            backlog = Open(address, address.Instance ?? address.Name).Backlog();
        if (backlog.Length > 0)
            yield return backlog;
    }
}
