namespace Aspire.Hosting.ApplicationModel;

/// <summary>Resources by name or by the id of one of their instances, in any case of letters.</summary>
internal static class ResourceIdExtensions
{
    /// <summary>Names of the instances; of a resource without instances its own name.</summary>
    public static IReadOnlyList<string> ResourceIds(this IResource resource)
        => resource.Annotations.OfType<ResourceInstancesAnnotation>().LastOrDefault() is { } annotation
            ? [.. annotation.Instances.Select(instance => instance.Name)]
            : [resource.Name];

    public static bool HasName(this IResource resource, string name) => StringComparer.OrdinalIgnoreCase.Equals(resource.Name, name);

    /// <summary>True when the name is the resource's or the id of one of its instances.</summary>
    public static bool IsCalled(this IResource resource, string nameOrId)
        => resource.HasName(nameOrId) || resource.ResourceIds().Contains(nameOrId, StringComparer.OrdinalIgnoreCase);

    public static IResource? FindByNameOrId(this DistributedApplicationModel model, string nameOrId)
        => model.Resources.FirstOrDefault(resource => resource.HasName(nameOrId))
            ?? model.Resources.FirstOrDefault(resource => resource.IsCalled(nameOrId));

    /// <summary>
    /// True when it holds for the last event of every instance. Events under ids that are none of the instances' count only while
    /// no instance has been heard of.
    /// </summary>
    public static bool AllReplicas(
        this IResource resource, IReadOnlyDictionary<string, ResourceEvent> latest, Func<CustomResourceSnapshot, bool> predicate)
    {
        var ids = resource.ResourceIds();
        if (!ids.Any(latest.ContainsKey))
            ids = [.. latest.Keys];
        return ids.All(id => latest.TryGetValue(id, out var last) && predicate(last.Snapshot));
    }
}
