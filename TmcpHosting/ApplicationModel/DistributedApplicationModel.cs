using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The application as data: its resources.</summary>
/// <param name="resources">The resources.</param>
[DebuggerDisplay("Resources = {Resources.Count}")]
public class DistributedApplicationModel(IResourceCollection resources)
{
    /// <summary>Creates a model of the given resources.</summary>
    /// <param name="resources">The resources.</param>
    public DistributedApplicationModel(IEnumerable<IResource> resources)
        : this(new ResourceCollection(resources))
    {
    }

    /// <summary>The resources.</summary>
    public IResourceCollection Resources { get; } = resources;
}
