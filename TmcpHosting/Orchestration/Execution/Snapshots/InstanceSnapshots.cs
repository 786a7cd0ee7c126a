using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Execution.Launch;

namespace Aspire.Hosting.Orchestration.Execution.Snapshots;

/// <summary>Publishes what happens to one instance.</summary>
internal sealed class InstanceSnapshots(IResource resource, string instance, ResourceNotificationService notifications)
{
    private static readonly ImmutableHashSet<string> _ours = [KnownProperties.Executable.Pid, KnownProperties.Container.Id, KnownProperties.Resource.ExitCode];
    private static readonly ImmutableHashSet<string> _args = [KnownProperties.Executable.Args, KnownProperties.Container.Args, KnownProperties.Resource.AppArgs];

    /// <summary>A state that says it all: Starting, NotStarted, Stopping.</summary>
    public Task StateAsync(string state) => notifications.PublishUpdateAsync(resource, instance, snapshot => snapshot with { State = state });

    /// <summary>What it will run with; the values of ports are filled in when it runs.</summary>
    public Task PlannedAsync(LaunchPlan plan) => notifications.PublishUpdateAsync(resource, instance, snapshot => snapshot with
    {
        State = KnownResourceStates.Starting,
        StartTimeStamp = null,
        StopTimeStamp = null,
        ExitCode = null,
        EnvironmentVariables = [.. plan.Environment.Select(variable => new EnvironmentVariableSnapshot(variable.Key, variable.Value, IsFromSpec: true))],
        Properties = Facts(plan).Aggregate(
            snapshot.Properties.RemoveAll(property => _ours.Contains(property.Name)), (all, fact) => all.WithProperty(fact.Name, fact.Value, fact.IsSensitive)),
    });

    /// <summary>It runs.</summary>
    public Task RunningAsync(Observation seen) => notifications.PublishUpdateAsync(resource, instance, snapshot => snapshot with
    {
        State = KnownResourceStates.Running,
        StartTimeStamp = seen.Started ?? snapshot.StartTimeStamp,
        EnvironmentVariables = Effective(snapshot.EnvironmentVariables, seen.Environment),
        Urls = [.. snapshot.Urls.Select(url => url with { IsInactive = false })],
        Properties = WithEffectiveArgs(snapshot.Properties, seen.Args)
            .WithProperty(KnownProperties.Executable.Pid, seen.Pid)
            .WithProperty(KnownProperties.Container.Id, seen.ContainerId),
    });

    /// <summary>It does not run any more, or never did.</summary>
    public Task EndedAsync(string state, int? exitCode, DateTime? started, DateTime? finished) =>
        notifications.PublishUpdateAsync(resource, instance, snapshot => snapshot with
        {
            State = state,
            ExitCode = exitCode,
            StartTimeStamp = started ?? snapshot.StartTimeStamp,
            StopTimeStamp = finished,
            Urls = [.. snapshot.Urls.Select(url => url with { IsInactive = true })],
            Properties = snapshot.Properties.WithProperty(KnownProperties.Resource.ExitCode, exitCode is { } code ? $"{code}" : null),
        });

    /// <summary>The last known snapshot of the instance.</summary>
    public ResourceEvent? Last() => notifications.TryGetCurrentState(instance, out var last) ? last : null;

    private static ImmutableArray<EnvironmentVariableSnapshot> Effective(ImmutableArray<EnvironmentVariableSnapshot> planned, IReadOnlyList<DcpVariable>? effective)
    {
        if (effective is null)
            return planned;
        var values = effective.GroupBy(variable => variable.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
        return [.. planned.Select(variable => values.TryGetValue(variable.Name, out var value) ? variable with { Value = value } : variable)];
    }

    // What dcp reports begins with our own arguments, such as the path of an assembly; the model's are the last ones.
    private static ImmutableArray<ResourcePropertySnapshot> WithEffectiveArgs(ImmutableArray<ResourcePropertySnapshot> properties, IReadOnlyList<string>? effective) =>
        [.. properties.Select(property => _args.Contains(property.Name) && property.Value is ImmutableArray<string> planned && effective?.Count >= planned.Length
            ? property with { Value = effective.TakeLast(planned.Length).ToImmutableArray() }
            : property)];

    private IEnumerable<(string Name, object? Value, bool IsSensitive)> Facts(LaunchPlan plan)
    {
        var values = plan.Args.Select(argument => argument.Value).ToImmutableArray();
        var sensitivity = plan.Args.Select(argument => argument.IsSensitive ? 1 : 0).ToImmutableArray();
        if (resource is not ProjectResource && !resource.IsContainer())
        {
            yield return (KnownProperties.Executable.Path, plan.Program, false);
            yield return (KnownProperties.Executable.WorkDir, plan.WorkingDirectory, false);
            yield return (KnownProperties.Executable.Args, values, sensitivity.Contains(1));
        }

        if (resource.IsContainer())
            yield return (KnownProperties.Container.Args, values, sensitivity.Contains(1));
        yield return (KnownProperties.Resource.AppArgs, values, false);
        yield return (KnownProperties.Resource.AppArgsSensitivity, sensitivity, false);
    }
}
