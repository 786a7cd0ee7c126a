namespace Aspire.Hosting.ApplicationModel;

#pragma warning disable ASPIREPROBES001 // the interface stands in Aspire's declaration too

/// <summary>A .NET project that runs as a process.</summary>
/// <param name="name">The name.</param>
public class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport,
      IResourceWithProbes, IComputeResource, IContainerFilesDestinationResource
{
    // Endpoints whose port an 'env' variable carries are left out of ASPNETCORE_URLS.
    internal Func<EndpointAnnotation, bool> IncludesEndpointInEnvironment { get; set; } = _ => true;
}
