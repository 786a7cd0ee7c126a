using System.Collections.Immutable;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Tmcp.Tests.Shared;

namespace TmcpHosting.Tests.Runtime;

/// <summary>The run-time services over a model of test resources, on a manual clock, without host and orchestrator.</summary>
internal sealed class RuntimeBench : IAsyncDisposable
{
    /// <summary>Longest wait for something that has to happen; never reached when all is well.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly ServiceProvider _provider;

    public RuntimeBench(IEnumerable<IResource> resources, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new DistributedApplicationModel(resources));
        services.AddSingleton(new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run));
        services.AddSingleton<IDistributedApplicationEventing>(Eventing);
        services.AddResourceRuntime();
        configure?.Invoke(services);
        _provider = services.BuildServiceProvider();
    }

    public ManualClock Clock { get; } = new();

    public DistributedApplicationEventing Eventing { get; } = new();

    public IServiceProvider Services => _provider;

    public ResourceNotificationService Notifications => _provider.GetRequiredService<ResourceNotificationService>();

    public ResourceLoggerService Loggers => _provider.GetRequiredService<ResourceLoggerService>();

    public ResourceCommandService Commands => _provider.GetRequiredService<ResourceCommandService>();

    /// <summary>What waits do without a behaviour of their own.</summary>
    public static Action<IServiceCollection> Default(WaitBehavior behavior)
        => services => services.PostConfigure<ResourceNotificationServiceOptions>(options => options.DefaultWaitBehavior = behavior);

    /// <summary>Registers a check of a key.</summary>
    public static Action<IServiceCollection> Check(string key, IHealthCheck check)
        => services => services.AddHealthChecks().AddCheck(key, check);

    /// <summary>Starts the background services, such as health monitoring.</summary>
    public async Task StartAsync()
    {
        await _provider.GetRequiredService<EventingStart>().SubscribeAllAsync(CancellationToken.None);
        foreach (var service in _provider.GetServices<IHostedService>().Where(service => service is HealthMonitoring))
            await service.StartAsync(CancellationToken.None);
    }

    public Task StateAsync(IResource resource, string state, int? exitCode = null)
        => Notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = state, ExitCode = exitCode ?? snapshot.ExitCode });

    public Task StateAsync(IResource resource, string id, string state, int? exitCode = null)
        => Notifications.PublishUpdateAsync(resource, id, snapshot => snapshot with { State = state, ExitCode = exitCode ?? snapshot.ExitCode });

    /// <summary>Makes it what health monitoring makes it when all its checks agree.</summary>
    public Task ReadyAsync(IResource resource, Task? handlers = null)
        => Notifications.PublishUpdateAsync(resource, snapshot => Ready(snapshot, handlers));

    public Task ReadyAsync(IResource resource, string id, Task? handlers = null)
        => Notifications.PublishUpdateAsync(resource, id, snapshot => Ready(snapshot, handlers));

    public CustomResourceSnapshot Snapshot(string nameOrId)
        => Notifications.TryGetCurrentState(nameOrId, out var current) ? current.Snapshot : throw new InvalidOperationException($"'{nameOrId}' has no state.");

    /// <summary>Waits for a snapshot that fits.</summary>
    public async Task<CustomResourceSnapshot> UntilAsync(string nameOrId, Func<CustomResourceSnapshot, bool> predicate)
        => (await Notifications.WaitForResourceAsync(nameOrId, current => predicate(current.Snapshot)).WaitAsync(Limit)).Snapshot;

    /// <summary>What a waiting resource waits for.</summary>
    public static string[] WaitsFor(CustomResourceSnapshot snapshot)
        => snapshot.Properties.FirstOrDefault(property => property.Name == "resource.waitingFor")?.Value is ImmutableArray<string> names ? [.. names] : [];

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _provider.GetServices<IHostedService>())
            await service.StopAsync(CancellationToken.None);
        await _provider.DisposeAsync();
    }

    private static CustomResourceSnapshot Ready(CustomResourceSnapshot snapshot, Task? handlers) => snapshot with
    {
        HealthReports = [.. snapshot.HealthReports.Select(report => report with { Status = HealthStatus.Healthy })],
        ResourceReadyEvent = new EventSnapshot(handlers ?? Task.CompletedTask),
    };
}
