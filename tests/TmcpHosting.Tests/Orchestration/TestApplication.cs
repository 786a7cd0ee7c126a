using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>A running application without dashboard, on dynamic ports, stopped after the test.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private TestApplication(DistributedApplication application) => Application = application;

    public DistributedApplication Application { get; }

    public static IDistributedApplicationBuilder CreateBuilder(params string[] args) => DistributedApplication.CreateBuilder(new DistributedApplicationOptions
    {
        Args = ["--DcpPublisher:RandomizePorts=true", "--Logging:LogLevel:Default=Warning", .. args],
        DisableDashboard = true,
        ProjectDirectory = AppContext.BaseDirectory,
    });

    public static async Task<TestApplication> StartAsync(IDistributedApplicationBuilder builder)
    {
        var application = new TestApplication(builder.Build());
        try
        {
            await application.Application.StartAsync().WaitAsync(Limit);
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until a resource is in a state.</summary>
    public async Task<CustomResourceSnapshot> StateAsync(string resource, string state) =>
        (await Application.ResourceNotifications.WaitForResourceAsync(resource, change => change.Snapshot.State?.Text == state).WaitAsync(Limit)).Snapshot;

    /// <summary>Waits until a resource runs, and returns its process id.</summary>
    public async Task<int> PidAsync(string resource)
    {
        var running = await Application.ResourceNotifications.WaitForResourceAsync(
            resource, change => change.Snapshot.State?.Text == KnownResourceStates.Running && FindPid(change.Snapshot) is not null).WaitAsync(Limit);
        return FindPid(running.Snapshot)!.Value;
    }

    public async Task<ExecuteCommandResult> ExecuteAsync(string resource, string command) =>
        await Application.ResourceCommands.ExecuteCommandAsync(resource, command).WaitAsync(TimeSpan.FromMinutes(3));

    /// <summary>What the log of a resource holds, without times.</summary>
    public async Task<IReadOnlyList<string>> LogAsync(string resource)
    {
        var lines = new List<string>();
        await foreach (var batch in Logs.GetAllAsync(resource))
            lines.AddRange(batch.Select(line => line.Content[(line.Content.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        return lines;
    }

    private ResourceLoggerService Logs => (ResourceLoggerService)Application.Services.GetService(typeof(ResourceLoggerService))!;

    public async ValueTask DisposeAsync()
    {
        await Application.StopAsync().WaitAsync(Limit);
        await Application.DisposeAsync();
    }

    private static int? FindPid(CustomResourceSnapshot snapshot) =>
        snapshot.Properties.FirstOrDefault(property => property.Name == KnownProperties.Executable.Pid)?.Value as int?;
}
