using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Execution.Launch;
using Aspire.Hosting.Orchestration.Execution.Logs;
using Aspire.Hosting.Orchestration.Execution.Snapshots;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>One process or container over all its starts and ends.</summary>
internal sealed class InstanceRunner(IResource resource, ResourceInstance instance, RunContext context) : IAsyncDisposable
{
    /// <summary>Above dcp's own: 6 s for a process that ignores its signal, 15 s when detached children hold the output open.</summary>
    private static readonly TimeSpan _endLimit = TimeSpan.FromSeconds(30);

    /// <summary>Time to read the rest of the output; 22 MB take 0.2 s.</summary>
    private static readonly TimeSpan _logLimit = TimeSpan.FromSeconds(5);

    private readonly Channel<Observation> _observations = Channel.CreateUnbounded<Observation>();
    private readonly InstanceSnapshots _snapshots = new(resource, instance.Name, context.Notifications);
    private readonly HashSet<string> _oldUids = new(StringComparer.Ordinal);
    private Run? _run;
    private Task _observing = Task.CompletedTask;

    public ResourceInstance Instance => instance;

    public InstanceSnapshots Snapshots => _snapshots;

    /// <summary>True from its creation until its end was seen.</summary>
    public bool IsRunning => _run is { Ended.Task.IsCompleted: false };

    /// <summary>Begins to act on what the watch says; call once.</summary>
    public void Observe() => _observing = ObserveAsync();

    /// <summary>Takes news from the watch; never waits.</summary>
    public void Take(Observation seen) => _observations.Writer.TryWrite(seen);

    /// <summary>Replaces whatever ran before.</summary>
    public async Task CreateAsync(LaunchPlan plan, IWorkload workload, CancellationToken cancellationToken)
    {
        await RemoveAsync(cancellationToken);
        await _snapshots.PlannedAsync(plan);
        var run = new Run(workload, new LogPump(resource, instance.Name, workload, context));
        _run = run;
        await workload.CreateAsync(cancellationToken);
        run.Logs.Start();
    }

    /// <summary>Ends it and waits for the end. Returns at once when it does not run.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_run is not { Ended.Task.IsCompleted: false } run)
            return;
        run.IsStopping = true;
        await _snapshots.StateAsync(KnownResourceStates.Stopping);
        context.Session.Processes.TerminateDescendants(instance.Name);
        await run.Workload.StopAsync(cancellationToken);
        await run.Ended.Task.WaitAsync(_endLimit, context.Time, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _observations.Writer.TryComplete();
        _run?.Logs.Dispose();
        await _observing;
    }

    private async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (_run is not { } run)
            return;
        await StopAsync(cancellationToken);
        if (run.Uid is { } uid)
            _oldUids.Add(uid);
        run.Logs.Dispose();
        await run.Workload.DeleteAsync(_endLimit, cancellationToken);
        _run = null;
    }

    private async Task ObserveAsync()
    {
        await foreach (var seen in _observations.Reader.ReadAllAsync())
        {
            // News about an object that was replaced meanwhile come late and mean nothing any more.
            if (_oldUids.Contains(seen.Uid) || _run is not { Ended.Task.IsCompleted: false } run)
                continue;
            run.Uid ??= seen.Uid;
            try
            {
                await ApplyAsync(run, seen);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or DcpException or OperationCanceledException)
            {
                // dcp went away in the middle; the session says so.
            }
        }
    }

    private async Task ApplyAsync(Run run, Observation seen)
    {
        if (seen.IsDeleted || DcpStates.IsFinal(seen.State))
            await EndAsync(run, seen);
        else if (seen.State == DcpStates.Running && !run.IsRunning)
        {
            run.IsRunning = true;
            await _snapshots.RunningAsync(seen);
        }
        else if (seen.State == DcpStates.Stopping && !run.IsStopping)
            await _snapshots.StateAsync(KnownResourceStates.Stopping);
        else if (seen.State is "Building" or "RuntimeUnhealthy")
        {
            await _snapshots.StateAsync(seen.State);
            if (seen.State == "RuntimeUnhealthy")
                context.ExplainRuntime(resource, instance.Name);
        }
    }

    private async Task EndAsync(Run run, Observation seen)
    {
        // Once: everything below happens before waiters of this start go on.
        await run.Logs.FinishAsync(_logLimit, context.Time);
        var end = InstanceEnd.Of(resource, seen, run.IsStopping);
        if (end.State == KnownResourceStates.FailedToStart)
            context.Crashes.FailedToStart(resource, instance.Name, seen.Message ?? await run.Logs.FindSystemErrorAsync(context.Session.Ending));
        else if (end.IsCrash)
            context.Crashes.Crashed(resource, instance.Name, end);

        await _snapshots.EndedAsync(end.State, end.ExitCode, seen.Started, seen.Finished ?? context.Time.GetUtcNow().UtcDateTime);
        run.Ended.TrySetResult();
        if (_snapshots.Last() is { } last)
            await context.Eventing.PublishAsync(new ResourceStoppedEvent(resource, context.Services, last), context.Session.Ending);
    }

    /// <summary>One start of the instance.</summary>
    private sealed class Run(IWorkload workload, LogPump logs)
    {
        public IWorkload Workload { get; } = workload;

        public LogPump Logs { get; } = logs;

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Uid { get; set; }

        public bool IsRunning { get; set; }

        public bool IsStopping { get; set; }
    }
}
