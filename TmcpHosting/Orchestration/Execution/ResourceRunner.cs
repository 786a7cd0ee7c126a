using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Execution.Containers;
using Aspire.Hosting.Orchestration.Execution.Endpoints;
using Aspire.Hosting.Orchestration.Execution.Launch;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>One resource with all its replicas: starts, stops and restarts them.</summary>
internal sealed class ResourceRunner(IResource resource, IReadOnlyList<ServicePlan> services, LaunchPlanner planner, RunContext context) : IAsyncDisposable
{
    private static readonly (string, bool)[] _processLogs = [("stdout", false), ("stderr", true)];

    // One start, stop or restart at a time; the start that waits for dependencies holds it, too.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _isWaiting;

    public IResource Resource => resource;

    public IReadOnlyList<InstanceRunner> Instances { get; } =
        [.. InstanceNames.Of(resource).Select(instance => new InstanceRunner(resource, instance, context))];

    /// <summary>True while a start waits for other resources.</summary>
    public bool IsWaiting => _isWaiting;

    /// <summary>
    /// Starts the given instances: event, waits, callbacks, creation. What goes wrong is published and returned, not thrown.
    /// </summary>
    public async Task<string?> StartAsync(IReadOnlyList<InstanceRunner> instances, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await StartInTurnAsync(instances, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the given instances.</summary>
    public async Task StopAsync(IReadOnlyList<InstanceRunner> instances, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await Task.WhenAll(instances.Select(instance => instance.StopAsync(cancellationToken)));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets a waiting start go on at once. Replicas that run already are none of its business.</summary>
    public Task SkipWaitAsync() => Task.WhenAll(Instances
        .Where(instance => instance.Snapshots.Last()?.Snapshot.State?.Text == KnownResourceStates.Waiting)
        .Select(instance => instance.Snapshots.StateAsync(KnownResourceStates.Starting)));

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Instances)
            await instance.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<string?> StartInTurnAsync(IReadOnlyList<InstanceRunner> instances, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(instances.Select(instance => instance.Snapshots.StateAsync(KnownResourceStates.Starting)));
            _isWaiting = true;
            try
            {
                await context.Eventing.PublishAsync(new BeforeResourceStartedEvent(resource, context.Services), cancellationToken);
            }
            finally
            {
                _isWaiting = false;
            }

            await Task.WhenAll(instances.Select(instance => CreateAsync(instance, cancellationToken)));
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return $"The start of '{resource.Name}' was cancelled.";
        }
        catch (Exception exception) // foreign code: handlers and callbacks of the app host
        {
            return await FailAsync(instances, exception);
        }
    }

    private async Task CreateAsync(InstanceRunner runner, CancellationToken cancellationToken)
    {
        var plan = await planner.PlanAsync(resource, runner.Instance, cancellationToken);
        IWorkload workload = resource.IsContainer()
            ? await ContainerLaunch.PrepareAsync(runner, plan, resource, services, context, cancellationToken)
            : new Workload<DcpExecutable>(
                context.Session.Client, WorkloadFactory.Executable(resource, runner.Instance, plan, services), _processLogs);
        await runner.CreateAsync(plan, workload, cancellationToken);
    }

    private async Task<string> FailAsync(IReadOnlyList<InstanceRunner> instances, Exception exception)
    {
        var reason = exception is DistributedApplicationException or DcpException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}";
        var now = context.Time.GetUtcNow().UtcDateTime;
        foreach (var instance in instances.Where(instance => !instance.IsRunning))
        {
            context.Crashes.FailedToStart(resource, instance.Instance.Name, reason);
            await instance.Snapshots.EndedAsync(KnownResourceStates.FailedToStart, null, null, now);
        }

        return reason;
    }
}
