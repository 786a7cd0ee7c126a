namespace Tmcp.AppHost;

/// <summary>The MCP bridge as seen by its clients.</summary>
internal static class BridgeExtensions
{
    /// <summary>Gives a service the bridge's address under the name that it has in the cluster.</summary>
    internal static IResourceBuilder<T> WithBridge<T>(this IResourceBuilder<T> builder, IResourceBuilder<ProjectResource> bridge)
        where T : IResourceWithEnvironment =>
        builder
            .WithReference(bridge)
            .WithEnvironment("MCP_SERVER_URL", $"{bridge.GetEndpoint("http")}/sse");
}
