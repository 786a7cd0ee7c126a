using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dashboard.Process;
using Aspire.Hosting.Dashboard.ResourceService;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace TmcpHosting.Tests.Dashboard;

/// <summary>The resource service over a model without processes: states, lines and commands are what a test says they are.</summary>
internal sealed class ResourceServiceFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ResourceServiceFixture(ServiceProvider services, Uri address, DashboardSettings settings)
    {
        _services = services;
        Settings = settings;
        Address = address;
        Client = new GrpcTestClient(address, settings.ResourceServiceApiKey);
    }

    public DashboardSettings Settings { get; }

    public Uri Address { get; }

    public GrpcTestClient Client { get; }

    public ResourceNotificationService Notifications => _services.GetRequiredService<ResourceNotificationService>();

    public ResourceLoggerService Loggers => _services.GetRequiredService<ResourceLoggerService>();

    public ResourceServiceHost Host => _services.GetRequiredService<ResourceServiceHost>();

    public static async Task<ResourceServiceFixture> StartAsync(params IResource[] resources)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["DcpPublisher:RandomizePorts"] = "true" })
            .Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { ApplicationName = "TmcpAppHost" })
            .AddSingleton(new DistributedApplicationOptions())
            .AddSingleton(new UserSecretsStore((string?)null))
            .AddSingleton(new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run))
            .AddSingleton<IDistributedApplicationEventing>(new DistributedApplicationEventing())
            .AddSingleton(new DistributedApplicationModel(resources))
            .AddResourceRuntime()
            .AddDashboard()
            .BuildServiceProvider();
        var settings = services.GetRequiredService<DashboardSettingsSource>().Current!;
        var address = await services.GetRequiredService<ResourceServiceHost>().StartAsync(settings, CancellationToken.None);
        return new ResourceServiceFixture(services, address, settings);
    }

    /// <summary>An executable with one instance, <c>name-abcdwxyz</c>.</summary>
    public static ExecutableResource Executable(string name)
    {
        var resource = new ExecutableResource(name, "/bin/true", "/");
        resource.Annotations.Add(new ResourceInstancesAnnotation { Instances = [new ResourceInstance($"{name}-abcdwxyz", "abcdwxyz", 0)] });
        return resource;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _services.DisposeAsync();
    }
}
