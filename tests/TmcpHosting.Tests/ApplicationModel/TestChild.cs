using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

/// <summary>A resource inside another one.</summary>
internal sealed class TestChild(string name, IResource parent) : Resource(name), IResourceWithParent, IResourceWithWaitSupport
{
    public IResource Parent { get; } = parent;
}
