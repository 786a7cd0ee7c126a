using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Process;
using Aspire.Hosting.Dashboard.ResourceService;
using Aspire.Hosting.Dashboard.Telemetry;
using Aspire.Hosting.Lifecycle;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Hosting.Dashboard;

/// <summary>Registers the dashboard.</summary>
internal static class DashboardServiceCollectionExtensions
{
    /// <summary>
    /// The dashboard, its resource service and the telemetry endpoint. Whether it runs is decided by
    /// <see cref="DistributedApplicationOptions.DisableDashboard"/>, which must be registered.
    /// </summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddSingleton<DashboardSettingsSource>();
        services.AddSingleton<IDashboardTelemetryEndpoint, DashboardTelemetryEndpoint>();
        services.AddSingleton<ResourceFeed>();
        services.AddSingleton<ResourceWatcher>();
        services.AddSingleton<ConsoleLogMethod>();
        services.AddSingleton<ExecuteCommandMethod>();
        services.AddSingleton<ResourceServiceMethods>();
        services.AddSingleton<ResourceServiceHost>();
        services.AddSingleton<DashboardLogRelay>();
        services.TryAddSingleton(TimeProvider.System);

        // With the dashboard somebody can start a failed resource again; without it nobody would, and its dependents give up.
        services.AddOptions<ResourceNotificationServiceOptions>().Configure<DistributedApplicationOptions>((notifications, application) =>
            notifications.DefaultWaitBehavior = application.DisableDashboard ? WaitBehavior.StopOnResourceUnavailable : WaitBehavior.WaitOnResourceUnavailable);

        services.AddHttpClient(DashboardHealthCheck.Name)
            // A page that moved is a page that is not there: without its files the dashboard redirects instead of failing.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        services.AddHealthChecks().AddCheck<DashboardHealthCheck>(DashboardHealthCheck.Name);
        services.AddSingleton<IDistributedApplicationEventingSubscriber, DashboardLifecycle>();
        return services;
    }
}
