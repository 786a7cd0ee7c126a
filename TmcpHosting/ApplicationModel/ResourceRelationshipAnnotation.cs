using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A relation to another resource, shown in the dashboard.</summary>
/// <param name="resource">The other one.</param>
/// <param name="type">What it is to this one: <c>Reference</c>, <c>WaitFor</c>, <c>Parent</c>, or any text.</param>
[DebuggerDisplay("{Type} {Resource.Name}")]
public sealed class ResourceRelationshipAnnotation(IResource resource, string type) : IResourceAnnotation
{
    /// <summary>The other one.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>What it is to this one.</summary>
    public string Type { get; } = type;
}
