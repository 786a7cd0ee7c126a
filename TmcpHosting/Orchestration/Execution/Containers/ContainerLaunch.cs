using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Execution.Endpoints;
using Aspire.Hosting.Orchestration.Execution.Launch;

namespace Aspire.Hosting.Orchestration.Execution.Containers;

/// <summary>What comes before a container can be created: a runtime that answers, and the image.</summary>
internal static class ContainerLaunch
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    // What the runtime says of creating and starting is no error of the container; its standard output there is ids only.
    private static readonly (string, bool)[] _logs = [("startup_stderr", false), ("stdout", false), ("stderr", true)];

    /// <summary>The workload of one instance, its image being there.</summary>
    public static async Task<IWorkload> PrepareAsync(
        InstanceRunner runner, LaunchPlan plan, IResource resource, IReadOnlyList<ServicePlan> services, RunContext context, CancellationToken cancellationToken)
    {
        await RuntimeAsync(runner, resource, context, cancellationToken);
        var image = await context.Images.EnsureAsync(
            resource,
            () => runner.Snapshots.StateAsync("Building"),
            line => context.Loggers.AppendLine(resource, runner.Instance.Name, line, isError: false),
            cancellationToken);
        return new Workload<DcpContainer>(
            context.Session.Client, await ContainerFactory.CreateAsync(resource, runner.Instance, plan, services, image, cancellationToken), _logs);
    }

    /// <summary>Waits for the runtime; the resource says meanwhile why it does not start.</summary>
    private static async Task RuntimeAsync(InstanceRunner runner, IResource resource, RunContext context, CancellationToken cancellationToken)
    {
        var runtime = context.Runtime;
        if (runtime.Problem.Length == 0)
            return;
        await runner.Snapshots.StateAsync(KnownResourceStates.RuntimeUnhealthy);
        context.ExplainRuntime(resource, runner.Instance.Name);
        while (runtime.Problem.Length > 0)
        {
            await Task.Delay(_patience, context.Time, cancellationToken);
            runtime = await context.CheckRuntime(cancellationToken);
        }

        await runner.Snapshots.StateAsync(KnownResourceStates.Starting);
    }
}
