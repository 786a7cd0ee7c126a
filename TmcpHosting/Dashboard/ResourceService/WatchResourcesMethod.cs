using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Protocol;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>All resources, then every change of one, until the client leaves or the app host stops.</summary>
internal sealed class WatchResourcesMethod(ResourceFeed feed)
{
    public async Task InvokeAsync(GrpcCall call)
    {
        await call.ReadSingleAsync(WatchResourcesRequest.Parser);
        using var subscription = feed.Subscribe();

        // First and always, even if empty: until it comes the pages show "Loading".
        await call.WriteAsync(new WatchResourcesUpdate { InitialData = new InitialResourceData { Resources = { subscription.Initial } } });
        while (true)
            await call.WriteAsync(new WatchResourcesUpdate { Changes = await subscription.ReadAsync(call.CancellationToken) });
    }
}
