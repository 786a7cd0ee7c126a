using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.ResourceService;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>Puts the dashboard into the model before anything starts, and ends our side of it when the application stops.</summary>
internal sealed partial class DashboardLifecycle(
    DashboardSettingsSource settingsSource,
    ResourceServiceHost resourceService,
    DashboardLogRelay logRelay,
    ResourceLoggerService loggers,
    IConfiguration configuration,
    IHostApplicationLifetime lifetime,
    ILoggerFactory loggerFactory) : IDistributedApplicationEventingSubscriber, IAsyncDisposable
{
    // 5 lines: a crash of .NET names its reason in the first two of them.
    private const int QuotedLines = 5;

    // The category under which tools look for the login line.
    private readonly ILogger _logger = loggerFactory.CreateLogger("Aspire.Hosting.DistributedApplication");
    private readonly CancellationTokenSource _ending = new();
    private CancellationTokenRegistration _stopping;
    private Task _relaying = Task.CompletedTask;

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing,
        DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        eventing.Subscribe<BeforeStartEvent>((@event, token) => settingsSource.Current is { } settings
            ? AddAsync(@event, eventing, settings, token)
            : Task.CompletedTask);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        // A start that failed has no stop: this is then the only end there is.
        await _stopping.DisposeAsync();
        await _ending.CancelAsync();
        await _relaying;
        _ending.Dispose();
    }

    private async Task AddAsync(
        BeforeStartEvent start,
        IDistributedApplicationEventing eventing,
        DashboardSettings settings,
        CancellationToken cancellationToken)
    {
        DashboardPorts.EnsureFree(settings);
        Publish(settings);
        var program = configuration["DcpPublisher:DashboardPath"] ?? configuration["ASPIRE_DASHBOARD_PATH"]
            ?? (await start.Services.GetRequiredService<IEngineLocator>().LocateAsync(cancellationToken)).Dashboard;
        var address = await resourceService.StartAsync(settings, cancellationToken);
        _stopping = lifetime.ApplicationStopping.Register(() =>
        {
            resourceService.BeginStop();
            _ending.Cancel();
        });

        // The orchestrator starts after this event; its folder is there when it asks for the variables.
        var session = start.Services.GetRequiredService<ISessionFolder>();
        var isShown = configuration.GetValue<bool?>("ASPIRE_SHOW_DASHBOARD_RESOURCES") ?? configuration.GetValue<bool>("DOTNET_ASPIRE_SHOW_DASHBOARD_RESOURCES");
        var dashboard = new DashboardResource(program, settings.Frontend[0].Url, isShown, () => DashboardEnvironment.Create(settings, address, session.Path, Environment.GetEnvironmentVariable));
        start.Model.Resources.Insert(0, dashboard);
        eventing.Subscribe<ResourceReadyEvent>(dashboard, (_, _) =>
        {
            LoginAt(_logger, settings.LoginUrl);
            return Task.CompletedTask;
        });
        eventing.Subscribe<ResourceStoppedEvent>(dashboard, (@event, _) =>
        {
            if (!lifetime.ApplicationStopping.IsCancellationRequested)
                ReportEnd(@event.ResourceEvent.Snapshot);
            return Task.CompletedTask;
        });
        _relaying = logRelay.RunAsync(dashboard, [settings.BrowserToken], _ending.Token);
    }

    // Where Aspire's host keeps them too: whoever shows a link of his own makes it of these two.
    private void Publish(DashboardSettings settings)
    {
        configuration[DashboardSettingsReader.FrontendUrls] = string.Join(';', settings.Frontend.Select(address => address.Binding));
        if (!settings.AllowsAnonymous)
            configuration[DashboardSettingsReader.BrowserTokenName] = settings.BrowserToken;
    }

    private void ReportEnd(CustomResourceSnapshot snapshot) =>
        Ended(_logger, snapshot.State?.Text, snapshot.ExitCode, string.Join(" | ", loggers.Tail(DashboardResource.ResourceName, QuotedLines)));

    [LoggerMessage(LogLevel.Information, "Login to the dashboard at {DashboardLoginUrl}")]
    private static partial void LoginAt(ILogger logger, Uri dashboardLoginUrl);

    [LoggerMessage(LogLevel.Error, "The dashboard has ended ({State}, exit code {ExitCode}); the other resources go on without it. Its last lines: {Lines}. Exit code 101 is a wrong setting, 102 a taken port; a crash at start is mostly a missing libicu.")]
    private static partial void Ended(ILogger logger, string? state, int? exitCode, string lines);
}
