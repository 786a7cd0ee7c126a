using System.Threading.Channels;
using Aspire.Hosting.Dashboard.Protocol;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>
/// One reader of a <see cref="ResourceFeed"/>. For a reader that is late only the newest change of each resource is kept, so
/// that what waits for it is never more than one message a resource.
/// </summary>
internal sealed class ResourceSubscription(IReadOnlyList<Resource> initial, Action<ResourceSubscription> unsubscribe) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Dictionary<string, WatchResourcesChange> _pending = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The resources at the moment of subscribing.</summary>
    public IReadOnlyList<Resource> Initial { get; } = initial;

    public void Add(string name, WatchResourcesChange change)
    {
        lock (_lock)
            _pending[name] = change;
        _signal.Writer.TryWrite(true);
    }

    /// <summary>The changes since the last read; waits until there is one.</summary>
    public async Task<WatchResourcesChanges> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _signal.Reader.ReadAsync(cancellationToken);
            Dictionary<string, WatchResourcesChange> taken;
            lock (_lock)
            {
                taken = _pending;
                _pending = new Dictionary<string, WatchResourcesChange>(StringComparer.OrdinalIgnoreCase);
            }

            if (taken.Count > 0)
                return new WatchResourcesChanges { Value = { taken.Values } };
        }
    }

    public void Dispose() => unsubscribe(this);
}
