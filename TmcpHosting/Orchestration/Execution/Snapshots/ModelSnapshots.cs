using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution.Snapshots;

/// <summary>What the model alone says about its resources, published before anything runs.</summary>
internal static class ModelSnapshots
{
    /// <summary>Publishes relations, icons, mounts and the facts of its kind for each resource.</summary>
    public static async Task PublishAsync(DistributedApplicationModel model, ResourceNotificationService notifications, DateTime now)
    {
        foreach (var resource in model.Resources)
        {
            resource.TryGetLastAnnotation<ResourceIconAnnotation>(out var icon);
            await notifications.PublishUpdateAsync(resource, snapshot => snapshot with
            {
                CreationTimeStamp = snapshot.CreationTimeStamp ?? now,
                Relationships = Relationships(resource, snapshot.Relationships),
                IconName = icon?.IconName ?? snapshot.IconName,
                IconVariant = icon?.IconVariant ?? snapshot.IconVariant,
                Volumes = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(Volume)],
                Properties = FactsOf(resource).Aggregate(snapshot.Properties, (all, fact) => all.WithProperty(fact.Name, fact.Value)),
            });
        }
    }

    private static ImmutableArray<RelationshipSnapshot> Relationships(IResource resource, ImmutableArray<RelationshipSnapshot> known) =>
    [
        .. known,
        .. resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relation => new RelationshipSnapshot(relation.Resource.Name, relation.Type))
            .Concat(resource.Annotations.OfType<WaitAnnotation>().Select(wait => new RelationshipSnapshot(wait.Resource.Name, KnownRelationshipTypes.WaitFor)))
            .Concat(resource is IResourceWithParent child ? [new RelationshipSnapshot(child.Parent.Name, KnownRelationshipTypes.Parent)] : [])
            .Distinct()
            .Where(relation => !known.Contains(relation)),
    ];

    private static IEnumerable<(string Name, object? Value)> FactsOf(IResource resource)
    {
        if (resource is ProjectResource project && project.TryGetLastAnnotation<IProjectMetadata>(out var metadata))
        {
            yield return (KnownProperties.Project.Path, metadata.ProjectPath);
        }
        else if (resource.IsContainer())
        {
            yield return (KnownProperties.Container.Image, resource.TryGetContainerImageName(out var image) ? image : null);
            yield return (KnownProperties.Container.Command, (resource as ContainerResource)?.Entrypoint);
            yield return (KnownProperties.Container.Lifetime, resource.TryGetLastAnnotation<ContainerLifetimeAnnotation>(out var life) ? $"{life.Lifetime}" : $"{ContainerLifetime.Session}");
        }
        else if (resource.TryGetLastAnnotation<ExecutableAnnotation>(out var executable))
        {
            yield return (KnownProperties.Executable.Path, executable.Command);
            yield return (KnownProperties.Executable.WorkDir, executable.WorkingDirectory);
        }
    }

    private static VolumeSnapshot Volume(ContainerMountAnnotation mount) =>
        new(mount.Source, mount.Target, mount.Type == ContainerMountType.BindMount ? "bind" : "volume", mount.IsReadOnly);
}
