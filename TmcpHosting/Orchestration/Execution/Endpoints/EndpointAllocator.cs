using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Session;

namespace Aspire.Hosting.Orchestration.Execution.Endpoints;

/// <summary>Creates the services and tells the model their addresses.</summary>
internal sealed class EndpointAllocator(DcpSession session, TimeProvider time)
{
    /// <summary>Usually 0.1 s for 40 services. dcp itself never gives up, nor says why.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(20);

    /// <summary>Host name by which containers reach this machine.</summary>
    public const string HostSeenFromContainers = "host.docker.internal";

    /// <summary>Returns when every endpoint has its address.</summary>
    public async Task AllocateAsync(IReadOnlyList<ServicePlan> plans, bool hasContainers, CancellationToken cancellationToken)
    {
        var watch = session.Watch<DcpService>();
        await Task.WhenAll(plans.Select(plan => session.Client.CreateAsync(plan.ToService(), cancellationToken)));

        var waiting = plans.Where(plan => plan.IsProxied).ToDictionary(plan => plan.Name, StringComparer.Ordinal);
        foreach (var plan in plans.Where(plan => !plan.IsProxied))
            Publish(plan, "localhost", plan.PublicPort!.Value, hasContainers);

        using var limit = new CancellationTokenSource(_limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            while (waiting.Count > 0)
            {
                var service = (await watch.Changes.ReadAsync(either.Token)).Object;
                if (service.Status is { EffectivePort: > 0 and { } port } status && waiting.Remove(service.Metadata.Name, out var plan))
                    Publish(plan, status.EffectiveAddress, port, hasContainers);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            var missing = waiting.Values.Select(plan => $"'{plan.Resource.Name}' ({plan.Endpoint.Name}, port {plan.PublicPort?.ToString() ?? "any"})");
            throw new DistributedApplicationException(
                $"The orchestrator opened no port for {string.Join(", ", missing)} within {_limit.TotalSeconds:0} s: a port was taken meanwhile. Start again.",
                exception);
        }
    }

    private static void Publish(ServicePlan plan, string? address, int port, bool hasContainers)
    {
        var endpoint = plan.Endpoint;
        var isContainer = plan.Resource.IsContainer();
        if (hasContainers)
        {
            var (host, seenPort) = isContainer ? ($"{plan.Resource.Name}.dev.internal", plan.TargetPort!.Value) : (HostSeenFromContainers, port);
            var network = KnownNetworkIdentifiers.DefaultAspireContainerNetwork;
            endpoint.AllAllocatedEndpoints.AddOrUpdateAllocatedEndpoint(
                network, new AllocatedEndpoint(endpoint, host, seenPort, EndpointBindingMode.SingleAddress, plan.TargetPortText, network));
        }

        var isAny = plan.ReachableFromContainers || endpoint.TargetHost is "*" or "+" or "::" or "0.0.0.0";
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(
            endpoint,
            isAny || string.IsNullOrEmpty(address) ? "localhost" : address,
            port,
            isAny ? EndpointBindingMode.IPv4AnyAddresses : EndpointBindingMode.SingleAddress,
            plan.TargetPortText);
    }
}
