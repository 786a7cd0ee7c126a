using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution.Endpoints;

/// <summary>Decides names, ports and proxies of all endpoints, before anything is created.</summary>
internal sealed class ServicePlanner(DistributedApplicationModel model, OrchestrationOptions options)
{
    /// <summary>One plan per endpoint of every process and container.</summary>
    public IReadOnlyList<ServicePlan> Plan()
    {
        var seenFromContainers = EndpointsUsedByContainers();
        var plans = new List<ServicePlan>();
        foreach (var resource in model.Resources.Where(ResourceKinds.IsStartable))
        {
            var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToList();
            foreach (var endpoint in endpoints)
            {
                var name = endpoints.Count == 1 ? resource.Name : $"{resource.Name}-{endpoint.Name}";
                plans.Add(PlanOne(resource, endpoint, name, seenFromContainers.Contains(resource)));
            }
        }

        return plans;
    }

    private ServicePlan PlanOne(IResource resource, EndpointAnnotation endpoint, string name, bool seenFromContainers)
    {
        var isProxied = endpoint.IsProxied && !(resource.TryGetLastAnnotation<ProxySupportAnnotation>(out var proxy) && !proxy.ProxyEnabled);
        var isContainer = resource.IsContainer();
        if (isContainer && endpoint.TargetPort is null)
            throw Wrong(resource, endpoint, "has no target port: a container listens on a port of its image. Set targetPort");
        if (isProxied)
            return PlanProxied(resource, endpoint, name, seenFromContainers && !isContainer);

        if (resource.GetReplicaCount() > 1)
            throw Wrong(resource, endpoint, "has no proxy, but the resource has several replicas, which cannot share a port. Allow the proxy, or run one replica");
        var port = endpoint.Port ?? (isContainer ? null : endpoint.TargetPort) ?? FreePorts.Next();
        var target = isContainer ? endpoint.TargetPort!.Value : port;
        if (!isContainer && endpoint.TargetPort is { } wanted && wanted != port)
            throw Wrong(resource, endpoint, $"has no proxy, but its port {port} and its target port {wanted} differ. Make them equal");
        endpoint.Port = port;
        endpoint.TargetPort = target;
        return new ServicePlan(resource, endpoint, name, false, port, target, false);
    }

    private ServicePlan PlanProxied(IResource resource, EndpointAnnotation endpoint, string name, bool seenFromContainers)
    {
        var port = options.RandomizePorts ? null : endpoint.Port;
        if (!resource.IsContainer() && endpoint.TargetPort is { } target)
        {
            if (port == target)
                throw Wrong(resource, endpoint, $"wants port {port} for its proxy and for the process itself. Leave out targetPort, or set isProxied to false");
            if (resource.GetReplicaCount() > 1)
                throw Wrong(resource, endpoint, $"has the fixed target port {target}, but the resource has several replicas, which cannot share it. Leave out targetPort");
        }

        return new ServicePlan(resource, endpoint, name, true, port, endpoint.TargetPort, seenFromContainers);
    }

    /// <summary>Host resources that a container refers to.</summary>
    private HashSet<IResource> EndpointsUsedByContainers() => model.Resources
        .Where(resource => resource.IsContainer())
        .SelectMany(container => container.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relation => relation.Resource)
            .Concat(container.Annotations.OfType<EndpointReferenceAnnotation>().Select(reference => (IResource)reference.Resource)))
        .ToHashSet();

    private static DistributedApplicationException Wrong(IResource resource, EndpointAnnotation endpoint, string what) =>
        new($"Endpoint '{endpoint.Name}' of '{resource.Name}' {what}.");
}
