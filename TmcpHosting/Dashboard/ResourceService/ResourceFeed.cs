using Aspire.Hosting.Dashboard.Protocol;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>
/// The resources as the dashboard knows them. Messages are not changed after they came in here, so all subscribers share them.
/// Publishing never waits for a subscriber.
/// </summary>
internal sealed class ResourceFeed
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Resource> _resources = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ResourceSubscription> _subscriptions = [];

    /// <summary>Adds or replaces a resource; what equals the known message is not sent again.</summary>
    public void Upsert(Resource resource)
    {
        lock (_lock)
        {
            if (_resources.TryGetValue(resource.Name, out var known) && known.Equals(resource))
                return;

            _resources[resource.Name] = resource;
            Publish(resource.Name, new WatchResourcesChange { Upsert = resource });
        }
    }

    /// <summary>Removes a resource, if it is there.</summary>
    public void Delete(string name)
    {
        lock (_lock)
        {
            if (!_resources.Remove(name, out var resource))
                return;

            var deletion = new ResourceDeletion { ResourceName = resource.Name, ResourceType = resource.ResourceType };
            Publish(name, new WatchResourcesChange { Delete = deletion });
        }
    }

    /// <summary>What is there now and everything that follows, without a gap between the two.</summary>
    public ResourceSubscription Subscribe()
    {
        lock (_lock)
        {
            var subscription = new ResourceSubscription([.. _resources.Values], Remove);
            _subscriptions.Add(subscription);
            return subscription;
        }
    }

    private void Publish(string name, WatchResourcesChange change)
    {
        foreach (var subscription in _subscriptions)
            subscription.Add(name, change);
    }

    private void Remove(ResourceSubscription subscription)
    {
        lock (_lock)
            _subscriptions.Remove(subscription);
    }
}
