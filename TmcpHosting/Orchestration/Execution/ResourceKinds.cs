using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>Which resources dcp runs, and as what.</summary>
internal static class ResourceKinds
{
    /// <summary>A process or a container.</summary>
    public static bool IsStartable(IResource resource) => IsProcess(resource) || resource.IsContainer();

    /// <summary>A project or an executable.</summary>
    public static bool IsProcess(IResource resource) =>
        !resource.IsContainer() && (resource is ProjectResource || resource.HasAnnotationOfType<ExecutableAnnotation>());

    /// <summary>True for a container that outlives the run.</summary>
    public static bool IsPersistent(IResource resource) =>
        resource.TryGetLastAnnotation<ContainerLifetimeAnnotation>(out var lifetime) && lifetime.Lifetime == ContainerLifetime.Persistent;

    /// <summary>True when only the start command starts it.</summary>
    public static bool IsExplicitStart(IResource resource) => resource.HasAnnotationOfType<ExplicitStartupAnnotation>();
}
