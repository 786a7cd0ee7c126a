namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known of one resource id. Whoever updates it holds <see cref="Turn"/>.</summary>
internal sealed class ResourceState(IResource resource, string id)
{
    private volatile ResourceEvent? _last;

    public IResource Resource { get; } = resource;

    public string Id { get; } = id;

    public Lock Turn { get; } = new();

    public ResourceEvent? Last
    {
        get => _last;
        set => _last = value;
    }
}
