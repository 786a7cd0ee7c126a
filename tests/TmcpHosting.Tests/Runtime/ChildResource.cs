using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Runtime;

internal sealed class ChildResource(string name, IResource parent) : Resource(name), IResourceWithParent
{
    public IResource Parent { get; } = parent;
}
