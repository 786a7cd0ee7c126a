namespace Aspire.Hosting.ApplicationModel;

#pragma warning disable ASPIREPROBES001 // the interface stands in Aspire's declaration too

/// <summary>A container. Others reference its endpoints; it takes no part in service discovery.</summary>
/// <param name="name">The name.</param>
/// <param name="entrypoint">The program to run instead of the image's own.</param>
public class ContainerResource(string name, string? entrypoint = null)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport,
      IResourceWithProbes, IComputeResource
{
    /// <summary>The program to run instead of the image's own; null for that one.</summary>
    public string? Entrypoint { get; set; } = entrypoint;
}
