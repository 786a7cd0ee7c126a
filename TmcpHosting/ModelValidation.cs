using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Mistakes in a model that are found before anything starts.</summary>
internal static class ModelValidation
{
    public static void ThrowIfNamesCollide(IEnumerable<IResource> resources)
    {
        var collision = resources.GroupBy(resource => resource.Name, StringComparisons.ResourceNameComparer).FirstOrDefault(group => group.Count() > 1);
        if (collision is not null)
        {
            throw new DistributedApplicationException(
                $"{collision.Count()} resources share the name '{collision.Key}' ({string.Join(", ", collision.Select(r => r.GetType().Name))}). "
                + "Names differ by more than upper and lower case; rename all but one.");
        }
    }

    public static void ThrowIfEndpointsCollide(IEnumerable<IResource> resources)
    {
        foreach (var resource in resources)
        {
            var collision = resource.Annotations.OfType<EndpointAnnotation>()
                .GroupBy(endpoint => endpoint.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
            if (collision is not null)
            {
                throw new DistributedApplicationException(
                    $"Resource '{resource.Name}' has {collision.Count()} endpoints named '{collision.Key}'. Give each a name of its own.");
            }
        }
    }

    public static void ThrowIfHealthChecksAreUnknown(IEnumerable<IResource> resources, IEnumerable<string> registered)
    {
        var known = registered.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var resource in resources)
        {
            var unknown = resource.Annotations.OfType<HealthCheckAnnotation>().FirstOrDefault(check => !known.Contains(check.Key));
            if (unknown is not null)
            {
                throw new DistributedApplicationException(
                    $"Resource '{resource.Name}' uses the health check '{unknown.Key}', which is not registered. "
                    + $"Register it with builder.Services.AddHealthChecks().AddCheck(\"{unknown.Key}\", …).");
            }
        }
    }

    public static void ThrowIfWaitsFormACycle(IEnumerable<IResource> resources)
    {
        var done = new HashSet<IResource>(ReferenceEqualityComparer.Instance);
        foreach (var resource in resources)
            Visit(resource, [], done);
    }

    // Depth first; 'path' holds the resources that wait, directly or not, for the one being visited.
    private static void Visit(IResource resource, List<IResource> path, HashSet<IResource> done)
    {
        if (path.IndexOf(resource) is >= 0 and var start)
        {
            var cycle = path.Skip(start).Append(resource).Select(r => $"'{r.Name}'");
            throw new DistributedApplicationException(
                $"Resources wait for each other and none could start: {string.Join(" → ", cycle)}. Remove one of these waits.");
        }

        if (!done.Add(resource))
            return;

        path.Add(resource);
        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
            Visit(wait.Resource, path, done);
        path.RemoveAt(path.Count - 1);
    }
}
