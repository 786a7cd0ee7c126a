using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dashboard.Process;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace TmcpHosting.Tests.Dashboard;

public sealed class DashboardLifecycleTests : IAsyncLifetime
{
    private readonly DistributedApplicationOptions _options = new();
    private readonly Dictionary<string, string?> _settings = new() { ["DcpPublisher:RandomizePorts"] = "true" };
    private readonly ResourceCollection _resources = [new ProjectResource("bridge")];
    private ServiceProvider? _services;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
    }

    [Fact]
    public async Task The_dashboard_stands_first_in_the_model_hidden_and_with_nothing_inherited()
    {
        await StartAsync();

        var dashboard = Assert.IsType<DashboardResource>(_resources[0]);
        Assert.Equal(("aspire-dashboard", "/engine"), (dashboard.Name, dashboard.WorkingDirectory));
        Assert.True(dashboard.Annotations.OfType<ResourceSnapshotAnnotation>().Single().InitialSnapshot.IsHidden);
        Assert.Single(dashboard.Annotations.OfType<CleanEnvironmentAnnotation>());
        Assert.Single(dashboard.Annotations.OfType<HealthCheckAnnotation>());
        Assert.DoesNotContain(dashboard.Annotations, annotation => annotation is ResourceCommandAnnotation);
    }

    [Fact]
    public async Task The_dashboard_gives_way_to_the_services_where_the_system_can_do_that()
    {
        await StartAsync();

        var dashboard = (DashboardResource)_resources[0];
        var arguments = new List<object>();
        foreach (var callback in dashboard.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
            await callback.Callback(new CommandLineArgsCallbackContext(arguments));

        var line = string.Join(' ', arguments.Prepend(Path.GetFileNameWithoutExtension(dashboard.Command)));
        Assert.Equal(OperatingSystem.IsWindows() ? "aspire-managed dashboard" : "nice -n 10 /engine/aspire-managed dashboard", line);
    }

    [Fact]
    public async Task Its_home_is_the_folder_of_the_run_and_its_resource_service_answers()
    {
        await StartAsync();

        var variables = await EnvironmentAsync((DashboardResource)_resources[0]);

        Assert.Equal("/run/tmcp", variables["HOME"]);
        using var client = new GrpcTestClient(new Uri((string)variables["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"]), (string)variables["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"]);
        using var call = await client.CallAsync("GetApplicationInformation", new Aspire.Hosting.Dashboard.Protocol.ApplicationInformationRequest());
        Assert.Equal("Tmcp", (await call.ReadAsync(Aspire.Hosting.Dashboard.Protocol.ApplicationInformationResponse.Parser))?.ApplicationName);
    }

    [Fact]
    public async Task The_AppHost_can_make_the_login_link_of_its_configuration()
    {
        await StartAsync();

        var (configuration, settings) = (Get<IConfiguration>(), Get<DashboardSettingsSource>().Current!);

        Assert.Equal($"{configuration["ASPNETCORE_URLS"]}/login?t={configuration["AppHost:BrowserToken"]}", settings.LoginUrl.ToString());
    }

    [Fact]
    public async Task The_setting_that_shows_it_shows_it()
    {
        _settings["ASPIRE_SHOW_DASHBOARD_RESOURCES"] = "true";

        await StartAsync();

        Assert.False(_resources[0].Annotations.OfType<ResourceSnapshotAnnotation>().Single().InitialSnapshot.IsHidden);
    }

    [Fact]
    public async Task Switched_off_it_leaves_no_trace_and_takes_no_telemetry()
    {
        _options.DisableDashboard = true;

        await StartAsync();

        Assert.Equal("bridge", Assert.Single(_resources).Name);
        Assert.Null(await Get<IDashboardTelemetryEndpoint>().GetAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(false, WaitBehavior.WaitOnResourceUnavailable)]
    [InlineData(true, WaitBehavior.StopOnResourceUnavailable)]
    public async Task Dependents_of_a_failed_resource_wait_only_where_somebody_can_start_it_again(bool isOff, WaitBehavior behavior)
    {
        _options.DisableDashboard = isOff;

        await StartAsync();

        Assert.Equal(behavior, Get<Microsoft.Extensions.Options.IOptions<ResourceNotificationServiceOptions>>().Value.DefaultWaitBehavior);
    }

    [Fact]
    public async Task A_taken_port_fails_the_start_before_anything_listens()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        _settings["DcpPublisher:RandomizePorts"] = "false";
        _settings["ASPNETCORE_URLS"] = $"http://localhost:{((IPEndPoint)other.LocalEndpoint).Port}";

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(StartAsync);

        Assert.Contains("is taken", exception.Message, StringComparison.Ordinal);
        Assert.Equal("bridge", Assert.Single(_resources).Name);
    }

    [Fact]
    public async Task A_start_that_failed_later_is_disposed_without_a_stop()
    {
        await StartAsync();
        var services = _services!;
        _services = null;

        await services.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
    }

    private T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    private async Task StartAsync()
    {
        var eventing = new DistributedApplicationEventing();
        var context = new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build())
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { ApplicationName = "TmcpAppHost" })
            .AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance))
            .AddSingleton(_options)
            .AddSingleton(new UserSecretsStore((string?)null))
            .AddSingleton(context)
            .AddSingleton<IDistributedApplicationEventing>(eventing)
            .AddSingleton(new DistributedApplicationModel(_resources))
            .AddSingleton<IEngineLocator, Engine>()
            .AddSingleton<ISessionFolder, Session>()
            .AddResourceRuntime()
            .AddDashboard()
            .BuildServiceProvider();
        foreach (var subscriber in _services.GetServices<IDistributedApplicationEventingSubscriber>().OfType<DashboardLifecycle>())
            await subscriber.SubscribeAsync(eventing, context, CancellationToken.None);
        await eventing.PublishAsync(new BeforeStartEvent(_services, Get<DistributedApplicationModel>()));
    }

    private async Task<Dictionary<string, object>> EnvironmentAsync(DashboardResource dashboard)
    {
        var context = new EnvironmentCallbackContext(Get<DistributedApplicationExecutionContext>(), dashboard);
        foreach (var annotation in dashboard.Annotations.OfType<EnvironmentCallbackAnnotation>())
            await annotation.Callback(context);
        return context.EnvironmentVariables;
    }

    private sealed class Engine : IEngineLocator
    {
        public Task<EnginePaths> LocateAsync(CancellationToken cancellationToken) => Task.FromResult(new EnginePaths("/engine/dcp", "/engine/aspire-managed"));
    }

    private sealed class Session : ISessionFolder
    {
        public string Path => "/run/tmcp";
    }
}
