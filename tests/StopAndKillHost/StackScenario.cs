using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace StopAndKillHost;

/// <summary>The same through the app model: what a person's AppHost does, with <c>Run</c> and its exit code.</summary>
internal static class StackScenario
{
    public static int Run(bool stubborn)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = ["--DcpPublisher:RandomizePorts=true", "--Logging:LogLevel:Default=Warning"],
            DisableDashboard = true,
            ProjectDirectory = AppContext.BaseDirectory,
        });
        string[] names = stubborn ? ["obeys", "ignores"] : ["obeys"];
        foreach (var name in names)
            builder.AddExecutable(name, "/bin/sh", "/", "-c", Scripts.Of(name));

        var app = builder.Build();
        _ = AnnounceAsync(app, names);
        app.Run();
        return Environment.ExitCode;
    }

    private static async Task AnnounceAsync(DistributedApplication app, string[] names)
    {
        var pids = await Task.WhenAll(names.Select(name => PidAsync(app, name)));
        Console.WriteLine($"READY {app.Services.GetRequiredService<ISessionFolder>().Path} {string.Join(' ', pids)}");
    }

    private static async Task<int> PidAsync(DistributedApplication app, string name)
    {
        var running = await app.ResourceNotifications.WaitForResourceAsync(
            name, change => change.Snapshot.Properties.Any(property => property is { Name: KnownProperties.Executable.Pid, Value: not null }));
        return (int)running.Snapshot.Properties.Single(property => property.Name == KnownProperties.Executable.Pid).Value!;
    }
}
