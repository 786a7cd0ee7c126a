using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Process;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Execution.Containers;
using Aspire.Hosting.Orchestration.Execution.Endpoints;
using Aspire.Hosting.Orchestration.Execution.Launch;
using Aspire.Hosting.Orchestration.Session;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>Runs the processes and containers of a model in one dcp session.</summary>
internal sealed class Orchestrator(
    DistributedApplicationModel model,
    RunContext context,
    LaunchPlanner planner,
    IReadOnlyList<ServicePlan> plans,
    Func<CancellationToken, Task> onAddressesKnown) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (ResourceRunner Resource, InstanceRunner Instance)> _instances = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ResourceRunner> _resources = [];
    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(context.Session.Ending);
    private readonly List<Task> _background = [];

    private bool HasContainers => model.Resources.Any(resource => resource.IsContainer());

    // Containers that outlive the run need a network that does.
    private bool KeepsNetwork => model.Resources.Any(ResourceKinds.IsPersistent);

    private string NetworkName => KeepsNetwork ? $"tmcp-persistent-{context.ApplicationId}" : $"tmcp-session-{Path.GetFileName(context.Session.Folder)[SessionFolder.Prefix.Length..]}";

    /// <summary>The runner of an instance; of a resource's only instance also by the resource's name.</summary>
    public (ResourceRunner Resource, InstanceRunner Instance)? Find(string instance) =>
        _instances.TryGetValue(instance, out var found) ? found
        : _resources.FirstOrDefault(runner => runner.Resource.HasName(instance)) is { Instances: [var only] } resource ? (resource, only)
        : null;

    /// <summary>Addresses first, then everything startable at once. Returns when all starts are under way.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        CreateRunners();
        FollowWatches();
        await CreateNetworkAsync(cancellationToken);
        await new EndpointAllocator(context.Session, context.Time).AllocateAsync(plans, HasContainers, cancellationToken);
        await onAddressesKnown(cancellationToken);
        foreach (var runner in _resources)
            _background.Add(BeginAsync(runner));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await (HasContainers ? SessionEnd.StopAsync(context, SessionContainers(), KeepsNetwork ? null : NetworkName) : context.Session.StopProcessesAsync());
        await Task.WhenAll(_background).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var runner in _resources)
            await runner.DisposeAsync();
        _stopping.Dispose();
    }

    private void CreateRunners()
    {
        var byResource = plans.ToLookup(plan => plan.Resource);
        foreach (var resource in model.Resources.Where(ResourceKinds.IsStartable))
        {
            var runner = new ResourceRunner(resource, [.. byResource[resource]], planner, context);
            _resources.Add(runner);
            foreach (var instance in runner.Instances)
            {
                _instances[instance.Instance.Name] = (runner, instance);
                if (resource is DashboardResource)
                    context.Session.Processes.KeepUntilLast(instance.Instance.Name);
                instance.Observe();
            }
        }
    }

    private void FollowWatches()
    {
        var executables = context.Session.Watch<DcpExecutable>().Changes;
        _background.Add(Task.Run(async () =>
        {
            await foreach (var change in executables.ReadAllAsync())
            {
                context.Session.Processes.Track(change);
                Pass(Observation.Of(change));
            }
        }));
        FollowListeners();
        if (!HasContainers)
            return;
        var containers = context.Session.Watch<DcpContainer>().Changes;
        _background.Add(Task.Run(async () =>
        {
            await foreach (var change in containers.ReadAllAsync())
                Pass(Observation.Of(change));
        }));
    }

    private void FollowListeners()
    {
        var listeners = new Dictionary<string, EndpointListeners>(StringComparer.Ordinal);
        foreach (var plan in plans.Where(plan => plan.IsProxied && !plan.Resource.IsContainer()))
            plan.Endpoint.Listeners = listeners[plan.Name] = new EndpointListeners();

        var endpoints = context.Session.Watch<DcpEndpoint>().Changes;
        _background.Add(Task.Run(async () =>
        {
            await foreach (var change in endpoints.ReadAllAsync())
            {
                if (!listeners.TryGetValue(change.Object.Spec.ServiceName, out var behind))
                    continue;
                if (change.IsDeleted)
                    behind.Remove(change.Object.Metadata.Name);
                else
                    behind.Set(change.Object.Metadata.Name, $"{change.Object.Spec.Address}:{change.Object.Spec.Port}");
            }
        }));
    }

    private void Pass(Observation seen)
    {
        if (_instances.TryGetValue(seen.Name, out var found))
            found.Instance.Take(seen);
    }

    /// <summary>Before the services: dcp reads the machine's addresses once, and the network adds one.</summary>
    private async Task CreateNetworkAsync(CancellationToken cancellationToken)
    {
        if (!HasContainers)
            return;
        await context.Session.Client.CreateAsync(
            new DcpContainerNetwork
            {
                Metadata = new DcpMetadata { Name = ContainerFactory.Network },
                Spec = new DcpContainerNetworkSpec(NetworkName, KeepsNetwork ? true : null),
            },
            cancellationToken);
    }

    private string[] SessionContainers() =>
    [
        .. _resources.Where(runner => runner.Resource.IsContainer() && !ResourceKinds.IsPersistent(runner.Resource))
            .SelectMany(runner => runner.Instances).Where(instance => instance.IsRunning).Select(instance => instance.Instance.Name),
    ];

    private async Task BeginAsync(ResourceRunner runner)
    {
        await Task.Yield();
        if (ResourceKinds.IsExplicitStart(runner.Resource))
        {
            foreach (var instance in runner.Instances)
                await instance.Snapshots.StateAsync(KnownResourceStates.NotStarted);
            return;
        }

        await runner.StartAsync(runner.Instances, _stopping.Token);
    }
}
