using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What holds for every snapshot, whoever made it.</summary>
internal static class SnapshotRules
{
    /// <summary>The snapshot before the first update.</summary>
    public static CustomResourceSnapshot Initial(IResource resource)
    {
        var initial = resource.TryGetLastAnnotation<ResourceSnapshotAnnotation>(out var annotation)
            ? annotation.InitialSnapshot
            : new CustomResourceSnapshot { ResourceType = TypeOf(resource), Properties = [] };
        return Hide(resource, initial with { HealthReports = Unreported(resource) });
    }

    /// <summary>Adjusts a snapshot that follows another: a new start forgets what the last one ended with.</summary>
    public static CustomResourceSnapshot Following(IResource resource, CustomResourceSnapshot before, CustomResourceSnapshot after)
    {
        if (IsRunning(after) && !IsRunning(before))
            after = after with { HealthReports = Unreported(resource), ResourceReadyEvent = null };
        if (HasEnded(before) && !HasEnded(after) && after.ExitCode == before.ExitCode)
            after = after with { ExitCode = null };
        return Hide(resource, after with { Version = before.Version + 1 });
    }

    /// <summary>The keys of the checks that count for a resource: its own and those of its parents.</summary>
    public static IReadOnlyList<string> CheckKeys(IResource resource)
    {
        var keys = new List<string>();
        for (IResource? current = resource; current is not null; current = (current as IResourceWithParent)?.Parent)
            keys.AddRange(current.Annotations.OfType<HealthCheckAnnotation>().Select(annotation => annotation.Key));
        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    public static bool IsRunning(CustomResourceSnapshot snapshot) => snapshot.State?.Text == KnownResourceStates.Running;

    public static bool HasEnded(CustomResourceSnapshot snapshot)
        => snapshot.State is { } state && KnownResourceStates.TerminalStates.Contains(state.Text);

    /// <summary>Sets, or with null removes, a property.</summary>
    public static ImmutableArray<ResourcePropertySnapshot> WithProperty(
        this ImmutableArray<ResourcePropertySnapshot> properties, string name, object? value, bool isSensitive = false)
    {
        var others = properties.RemoveAll(property => property.Name == name);
        return value is null ? others : others.Add(new ResourcePropertySnapshot(name, value) { IsSensitive = isSensitive });
    }

    private static CustomResourceSnapshot Hide(IResource resource, CustomResourceSnapshot snapshot) =>
        resource.TryGetLastAnnotation<HiddenResourceAnnotation>(out var hidden) ? snapshot with { IsHidden = hidden.Hides(snapshot) } : snapshot;

    private static ImmutableArray<HealthReportSnapshot> Unreported(IResource resource)
        => [.. CheckKeys(resource).Select(key => new HealthReportSnapshot(key, null, null, null))];

    private static string TypeOf(IResource resource) => resource switch
    {
        ProjectResource => KnownResourceTypes.Project,
        ContainerResource => KnownResourceTypes.Container,
        ExecutableResource => KnownResourceTypes.Executable,
        ParameterResource => KnownResourceTypes.Parameter,
        _ => WithoutSuffix(resource.GetType().Name),
    };

    private static string WithoutSuffix(string typeName)
        => typeName.EndsWith("Resource", StringComparison.Ordinal) && typeName.Length > "Resource".Length ? typeName[..^"Resource".Length] : typeName;
}
