namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that lives inside another one, such as a database in a server.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The other one.</summary>
    IResource Parent { get; }
}

/// <summary>A resource that lives inside another one of a known type.</summary>
/// <typeparam name="T">The parent's type.</typeparam>
public interface IResourceWithParent<out T> : IResourceWithParent
    where T : IResource
{
    /// <summary>The other one.</summary>
    new T Parent { get; }

    IResource IResourceWithParent.Parent => Parent;
}
