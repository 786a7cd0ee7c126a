namespace SampleAppHost;

/// <summary>A resource that needs no orchestrator.</summary>
/// <param name="name">Its name.</param>
public sealed class SampleResource(string name) : Resource(name), IResourceWithEndpoints, IResourceWithWaitSupport;
