using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting;

/// <summary>Registers what knows and moves the state of resources while the application runs.</summary>
internal static class ResourceRuntimeExtensions
{
    /// <summary>
    /// Adds notifications, logs, commands, waits and health monitoring. Expects <see cref="DistributedApplicationModel"/>,
    /// <see cref="DistributedApplicationExecutionContext"/> and <see cref="IDistributedApplicationEventing"/> to be registered too.
    /// </summary>
    public static IServiceCollection AddResourceRuntime(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ResourceNotificationServiceOptions>().Configure<IServiceProvider>(static (options, provider) =>
            options.DefaultWaitBehavior = provider.GetService<DistributedApplicationOptions>() is { DisableDashboard: true }
                ? WaitBehavior.StopOnResourceUnavailable
                : WaitBehavior.WaitOnResourceUnavailable);
        services.AddSingleton(provider =>
        {
            // Kept, not asked for each time: logs are read after the services are gone, to tell why.
            var model = provider.GetService<DistributedApplicationModel>();
            return new ResourceLoggerService(provider.GetRequiredService<TimeProvider>(), name => ResourceAddress.Resolve(model, name));
        });
        services.AddSingleton(provider => new ResourceNotificationService(
            provider,
            provider.GetRequiredService<ResourceLoggerService>(),
            provider.GetRequiredService<ILogger<ResourceNotificationService>>(),
            provider.GetService<DistributedApplicationModel>(),
            provider.GetRequiredService<IOptions<ResourceNotificationServiceOptions>>().Value.DefaultWaitBehavior,
            provider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None));
        services.AddSingleton(provider => new ResourceCommandService(
            provider,
            provider.GetRequiredService<ResourceNotificationService>(),
            provider.GetRequiredService<ResourceLoggerService>(),
            provider.GetService<DistributedApplicationModel>()));
        services.AddSingleton<EventingStart>();
        services.AddHealthChecks();
        services.AddSingleton<HealthProbe>();
        services.AddSingleton<ReadyAnnouncer>();
        services.AddHostedService<HealthMonitoring>();

        // The framework reports every unhealthy answer as an error; while a resource starts that is the rule, and the state shows it.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
        services.AddSingleton<IDistributedApplicationEventingSubscriber, DependencyWaitSubscriber>();
        services.AddSingleton<IDistributedApplicationEventingSubscriber, ParameterValues>();
        return services;
    }
}
