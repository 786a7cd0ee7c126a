using Aspire.Hosting.ProjectModel;

namespace Aspire.Hosting.ApplicationModel;

#pragma warning disable ASPIREPROBES001 // the interface stands in Aspire's declaration too

/// <summary>A .NET project that runs as a process.</summary>
/// <param name="name">The name.</param>
public class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport,
      IResourceWithProbes, IComputeResource, IContainerFilesDestinationResource
{
    /// <summary>Whether <c>ASPNETCORE_URLS</c> has the endpoint: no variable of its own tells the port, and no filter is against it.</summary>
    internal bool IncludesEndpointInEnvironment(EndpointAnnotation endpoint) =>
        endpoint is { TargetPortEnvironmentVariable: null, KestrelKey: null }
        && Annotations.OfType<EndpointEnvironmentFilterAnnotation>().All(annotation => annotation.Filter(endpoint));
}
