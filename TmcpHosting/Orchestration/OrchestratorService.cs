using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Engine;
using Aspire.Hosting.Orchestration.Execution;
using Aspire.Hosting.Orchestration.Execution.Containers;
using Aspire.Hosting.Orchestration.Execution.Endpoints;
using Aspire.Hosting.Orchestration.Execution.Launch;
using Aspire.Hosting.Orchestration.Execution.Logs;
using Aspire.Hosting.Orchestration.Execution.Snapshots;
using Aspire.Hosting.Orchestration.Output;
using Aspire.Hosting.Orchestration.Session;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>The run of one application, from the engine to the last process.</summary>
/// <remarks>
/// Start: 1. engine, session, while others still prepare the model. 2. what would fail anyway is found out: taken ports,
/// missing programs. 3. addresses, and the events that tell of them. 4. every resource on its own. Stop: everything at the same moment.
/// </remarks>
internal sealed partial class OrchestratorService(
    DistributedApplicationModel model,
    OrchestrationOptions options,
    IEngineLocator engine,
    LaunchPlanner planner,
    CrashReports crashes,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IDistributedApplicationEventing eventing,
    DistributedApplicationExecutionContext executionContext,
    DistributedApplicationOptions applicationOptions,
    OrchestrationFailure failure,
    StartupTimeline timeline,
    IHostApplicationLifetime lifetime,
    IServiceProvider services,
    ILoggerFactory logs,
    TimeProvider time) : IHostedLifecycleService, ISwitchboard, ISessionFolder, IAsyncDisposable
{
    private readonly ILogger _logger = logs.CreateLogger<OrchestratorService>();
    private readonly CancellationTokenSource _stopping = new();
    private Task<(EnginePaths Paths, DcpSession Session)>? _engine;
    private DcpSession? _session;
    private Orchestrator? _orchestrator;
    private Task _watching = Task.CompletedTask;
    private Task _timeline = Task.CompletedTask;
    private Task? _stop;

    public string Path => _session?.Folder ?? throw new InvalidOperationException("The orchestrator does not run.");

    public (ResourceRunner Resource, InstanceRunner Instance) Get(string instance) =>
        (_orchestrator ?? throw new DistributedApplicationException($"'{instance}' cannot be started or stopped: the application has not started yet.")).Find(instance)
        ?? throw new DistributedApplicationException($"The orchestrator runs no instance '{instance}'. Take an id from the resource list.");

    /// <summary>Brings dcp up; what goes wrong is said by the start that follows, and a stop without start ends it again.</summary>
    public void BeginEngine() => _engine ??= Task.Run(StartEngineAsync);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is EngineException or DcpException or System.ComponentModel.Win32Exception)
        {
            await StopOnceAsync();
            throw new DistributedApplicationException(exception.Message, exception);
        }
        catch
        {
            // Nothing half-started stays behind.
            await StopOnceAsync();
            throw;
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => StopOnceAsync();

    public Task StopAsync(CancellationToken cancellationToken) => StopOnceAsync();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopOnceAsync();
        _stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        BeginEngine();
        OrchestrationSetup.Prepare(model, options.ApplicationId);
        var startable = model.Resources.Where(ResourceKinds.IsStartable).ToImmutableArray();
        var automatic = startable.Where(resource => !ResourceKinds.IsExplicitStart(resource)).ToImmutableArray();
        ProcessLaunch.ThrowIfMissing(automatic);
        var plans = new ServicePlanner(model, options).Plan();
        await WaitForPortsAsync(plans, cancellationToken);
        await ModelSnapshots.PublishAsync(model, notifications, time.GetUtcNow().UtcDateTime);
        foreach (var resource in model.Resources)
            await eventing.PublishAsync(new InitializeResourceEvent(resource, services), EventDispatchBehavior.NonBlockingSequential, cancellationToken);

        (var paths, _session) = await _engine!.WaitAsync(cancellationToken);
        _watching = WatchForLossAsync(_session);

        var runtime = ContainerRuntimeCheck.Choose(options.ContainerRuntime);
        var cli = new ContainerCli(runtime);
        var hasContainers = startable.Any(resource => resource.IsContainer());
        var context = new RunContext(
            _session,
            options.ApplicationId,
            services,
            notifications,
            loggers,
            eventing,
            crashes,
            hasContainers ? await ContainerRuntimeCheck.RunAsync(paths, runtime, cancellationToken) : new ContainerRuntimeCheck(runtime, ""),
            token => ContainerRuntimeCheck.RunAsync(paths, runtime, token),
            cli,
            new ContainerImages(cli, options.ApplicationId),
            applicationOptions.EnableResourceLogging ? logs : null,
            time);
        _timeline = new ResourceTimeline(timeline, notifications, time).FollowAsync(automatic, _stopping.Token);
        _orchestrator = new Orchestrator(model, context, planner, plans, TellAddressesAsync);
        await _orchestrator.StartAsync(cancellationToken);
        await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), cancellationToken);
    }

    private async Task<(EnginePaths Paths, DcpSession Session)> StartEngineAsync()
    {
        var warming = Task.Run(DcpCertificate.WarmUp);
        var paths = await MeasureAsync("engine", () => engine.LocateAsync(_stopping.Token));
        var runtime = ContainerRuntimeCheck.Choose(options.ContainerRuntime);
        // Only dcp's own guards end containers, and elsewhere there are no others.
        var hasGuards = !OrphanGuard.IsAvailable || model.Resources.Any(resource => resource.IsContainer());
        var session = await MeasureAsync("orchestrator", () => DcpSession.StartAsync(
            paths, new DcpSessionOptions { ContainerRuntime = runtime, HasGuards = hasGuards, Time = time }, logs.CreateLogger("Aspire.Hosting.Dcp"), _stopping.Token));
        await warming;
        return (paths, session);
    }

    /// <summary>A killed run frees its ports when its orchestrator has cleaned up; that is worth a moment, anything else is an error.</summary>
    private async Task WaitForPortsAsync(IReadOnlyList<ServicePlan> plans, CancellationToken cancellationToken)
    {
        FixedPort[] ports = [.. plans.Where(plan => plan.PublicPort is not null)
            .Select(plan => new FixedPort(plan.Resource.Name, plan.Endpoint.Name, plan.PublicPort!.Value))];
        var sweeper = new SessionSweeper(System.IO.Path.GetTempPath());
        var ending = sweeper.Sweep();
        SessionSweeper.SweepSockets();
        if (ending.Count > 0 && ports.Any(port => !PortCheck.IsFree(port.Port)))
        {
            timeline.Announce("A killed run still holds ports; waiting for it to end ...");
            var started = time.GetTimestamp();
            while (ending.Any(SessionSweeper.IsInUse) && time.GetElapsedTime(started) < TimeSpan.FromSeconds(15))
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
            sweeper.Sweep();
        }

        PortCheck.ThrowIfTaken(ports);
    }

    /// <summary>Runs when every endpoint has its address and before anything starts.</summary>
    private async Task TellAddressesAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in model.Resources)
        {
            var urls = await ResourceUrlEvaluator.EvaluateAsync(resource, executionContext, loggers.GetLogger(resource), cancellationToken);
            var isInactive = ResourceKinds.IsStartable(resource);
            if (!urls.IsDefaultOrEmpty)
                await notifications.PublishUpdateAsync(resource, snapshot => snapshot with { Urls = [.. urls.Select(url => url with { IsInactive = isInactive })] });
            if (resource.HasAnnotationOfType<EndpointAnnotation>())
                await eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, services), cancellationToken);
        }

        // A composed connection string tells of itself, once its parts are known.
        foreach (var resource in model.Resources.OfType<IResourceWithConnectionString>().Where(resource => resource is not ConnectionStringResource))
            await eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, services), cancellationToken);
    }

    private async Task<TResult> MeasureAsync<TResult>(string phase, Func<Task<TResult>> work)
    {
        var started = time.GetTimestamp();
        var result = await work();
        timeline.Phase(phase, time.GetElapsedTime(started));
        return result;
    }

    private async Task WatchForLossAsync(DcpSession session)
    {
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, _stopping.Token);
        if (await Task.WhenAny(session.Lost, stopped) != session.Lost)
            return;
        var message = $"The orchestrator ended unexpectedly: {await session.Lost}. All resources were stopped; start the AppHost again.";
        failure.Report(message);
        Lost(_logger, message);
        lifetime.StopApplication();
    }

    private Task StopOnceAsync()
    {
        lock (_stopping)
            return _stop ??= StopCoreAsync();
    }

    private async Task StopCoreAsync()
    {
        await _stopping.CancelAsync();
        if (_orchestrator is not null)
            await _orchestrator.DisposeAsync();
        if (_engine is not null)
            await ((Task)_engine).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_engine is { IsCompletedSuccessfully: true })
            await (await _engine).Session.DisposeAsync();
        await Task.WhenAll(_watching, _timeline);
    }

    [LoggerMessage(3001, LogLevel.Critical, "{Message}")]
    private static partial void Lost(ILogger logger, string message);
}
