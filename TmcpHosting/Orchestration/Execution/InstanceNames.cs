using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>Names the instances of every startable resource, once per run.</summary>
internal static class InstanceNames
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Gives each resource that has none its instances, <c>bridge-abcdwxyz</c>, one per replica.</summary>
    /// <param name="model">The resources.</param>
    /// <param name="applicationId">Tells this AppHost from others; the names of persistent containers carry it, so that the next run finds them.</param>
    public static void AssignAll(DistributedApplicationModel model, string applicationId)
    {
        foreach (var resource in model.Resources.Where(ResourceKinds.IsStartable))
        {
            if (resource.HasAnnotationOfType<ResourceInstancesAnnotation>())
                continue;
            resource.Annotations.Add(new ResourceInstancesAnnotation
            {
                Instances = [.. Enumerable.Range(0, Math.Max(1, resource.GetReplicaCount())).Select(index => New(resource, index, applicationId))],
            });
        }
    }

    /// <summary>The instances given to a resource.</summary>
    public static IReadOnlyList<ResourceInstance> Of(IResource resource) => resource.Annotations.OfType<ResourceInstancesAnnotation>().Last().Instances;

    private static ResourceInstance New(IResource resource, int index, string applicationId)
    {
        var suffix = ResourceKinds.IsPersistent(resource) ? applicationId : RandomNumberGenerator.GetString(Letters, 8);
        var name = resource.TryGetLastAnnotation<ContainerNameAnnotation>(out var fixedName) ? fixedName.Name : $"{resource.Name}-{suffix}";
        return new ResourceInstance(name, suffix, index);
    }
}
