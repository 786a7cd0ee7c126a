using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Base of all resources: a checked name and a collection of annotations.</summary>
[DebuggerDisplay("{GetType().Name,nq} {Name}")]
public abstract class Resource : IResource
{
    /// <summary>Creates the resource.</summary>
    /// <param name="name">1 to 64 ASCII letters, digits and hyphens; first a letter, no double or trailing hyphen.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> breaks a rule.</exception>
    protected Resource(string name)
    {
        ModelName.ThrowIfInvalid("Resource", name, nameof(name));
        Name = name;
    }

    /// <inheritdoc />
    public virtual string Name { get; }

    /// <inheritdoc />
    public virtual ResourceAnnotationCollection Annotations { get; } = [];
}
