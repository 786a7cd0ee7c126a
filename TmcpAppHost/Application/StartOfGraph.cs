using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.AppHost;

/// <summary>When a start is over.</summary>
internal static class StartOfGraph
{
    /// <summary>The resources that a start is about: those that start by themselves, without the tools among them.</summary>
    internal static IEnumerable<IResource> AutomaticResources(this DistributedApplicationModel model) => model.Resources.Where(resource =>
        resource is not ParameterResource
        && !resource.TryGetLastAnnotation<ExplicitStartupAnnotation>(out _)
        && !resource.Name.EndsWith("-rebuilder", StringComparison.Ordinal)
        && resource.Name != "aspire-dashboard");

    /// <summary>Waits until each of them has come up or has failed.</summary>
    /// <returns>Their states then.</returns>
    /// <exception cref="OperationCanceledException">The application stops first.</exception>
    internal static async Task<IReadOnlyDictionary<string, CustomResourceSnapshot>> WaitUntilSettledAsync(
        this DistributedApplicationModel model, ResourceNotificationService notifications, CancellationToken cancellationToken)
    {
        var latest = new Dictionary<string, CustomResourceSnapshot>(StringComparer.Ordinal);
        var pending = model.AutomaticResources().Select(resource => resource.Name).ToHashSet(StringComparer.Ordinal);
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            latest[change.Resource.Name] = change.Snapshot;
            if (IsSettled(change.Snapshot) && pending.Remove(change.Resource.Name) && pending.Count == 0)
                break;
        }

        return latest;
    }

    private static bool IsSettled(CustomResourceSnapshot snapshot) => snapshot.State?.Text switch
    {
        { } state when KnownResourceStates.TerminalStates.Contains(state) => true,
        { } state when state == KnownResourceStates.Running => snapshot.HealthStatus == HealthStatus.Healthy,
        _ => false,
    };
}
