using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace StopAndKillHost;

/// <summary>An application with one container that ignores SIGTERM; its label <c>tmcp-test</c> is the name of the folder.</summary>
internal static class ContainerScenario
{
    public static int Run(string folder, string image)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = ["--DcpPublisher:RandomizePorts=true", "--Logging:LogLevel:Default=Warning"],
            DisableDashboard = true,
            ProjectDirectory = AppContext.BaseDirectory,
        });
        builder.AddContainer("stubborn", image)
            .WithEntrypoint("/bin/sh").WithArgs("-c", Scripts.Of("ignores"))
            .WithContainerRuntimeArgs("--label", $"tmcp-test={Path.GetFileName(folder)}");

        var app = builder.Build();
        _ = AnnounceAsync(app);
        app.Run();
        return Environment.ExitCode;
    }

    private static async Task AnnounceAsync(DistributedApplication app)
    {
        await app.ResourceNotifications.WaitForResourceAsync("stubborn", KnownResourceStates.Running);
        Console.WriteLine($"READY {app.Services.GetRequiredService<ISessionFolder>().Path}");
    }
}
