using System.Collections;
using System.Collections.ObjectModel;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The annotations of one resource, in the order they were added. Safe to read while others write: readers see a snapshot.</summary>
public sealed class ResourceAnnotationCollection : Collection<IResourceAnnotation>
{
    /// <summary>Creates an empty collection.</summary>
    public ResourceAnnotationCollection()
        : base(new CopyOnWriteList<IResourceAnnotation>())
    {
    }
}
