namespace Aspire.Hosting.ApplicationModel;

/// <summary>One thing a resource waits for.</summary>
/// <param name="Resource">The resource waited for.</param>
/// <param name="Type">What it has to reach.</param>
/// <param name="Behavior">What to do when it ends or fails first.</param>
/// <param name="ExitCode">The exit code to expect of a completion.</param>
internal sealed record Dependency(IResource Resource, WaitType Type, WaitBehavior Behavior, int ExitCode)
{
    /// <summary>What it has to reach, in words.</summary>
    public string Goal => Type switch
    {
        WaitType.WaitUntilHealthy => "to be healthy",
        WaitType.WaitUntilStarted => "to run",
        _ => $"to end with exit code {ExitCode}",
    };

    /// <summary>The waits of a resource. One for a child is one for its parents too; what has no lifetime is not waited for.</summary>
    public static IReadOnlyList<Dependency> Of(IResource resource, WaitBehavior defaultBehavior)
    {
        var found = new List<Dependency>();
        foreach (var annotation in resource.Annotations.OfType<WaitAnnotation>())
        {
            var dependency = new Dependency(annotation.Resource, annotation.WaitType, annotation.WaitBehavior ?? defaultBehavior, annotation.ExitCode);
            Add(dependency);
            if (annotation.WaitType == WaitType.WaitForCompletion)
                continue;
            for (var parent = Parent(annotation.Resource); parent is not null && parent != resource; parent = Parent(parent))
                Add(dependency with { Resource = parent });
        }

        return found;

        void Add(Dependency dependency)
        {
            if (dependency.Resource is not IResourceWithoutLifetime && !found.Contains(dependency))
                found.Add(dependency);
        }
    }

    private static IResource? Parent(IResource resource) => (resource as IResourceWithParent)?.Parent;
}
