using Aspire.Hosting.Lifecycle;
using Aspire.Hosting.Orchestration.Engine;
using Aspire.Hosting.Orchestration.Execution;
using Aspire.Hosting.Orchestration.Execution.Launch;
using Aspire.Hosting.Orchestration.Execution.Logs;
using Aspire.Hosting.Orchestration.Output;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Orchestration;

/// <summary>Registers what runs the model.</summary>
internal static class OrchestrationServiceCollectionExtensions
{
    /// <summary>Adds engine, orchestrator, commands and timeline; for run mode.</summary>
    public static IServiceCollection AddOrchestration(this IServiceCollection services)
    {
        services.AddSingleton(provider => OrchestrationOptions.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => new StartupTimeline(
            Console.Out, provider.GetRequiredService<OrchestrationOptions>().ShowTimeline, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEngineLocator>(provider => new EngineLocator(
            new EngineLocatorOptions
            {
                AppHostDirectory = provider.GetRequiredService<IConfiguration>()["AppHost:Directory"] ?? Environment.CurrentDirectory,
                CliPath = provider.GetRequiredService<OrchestrationOptions>().CliPath,
                Progress = provider.GetRequiredService<StartupTimeline>().Announce,
                Time = provider.GetRequiredService<TimeProvider>(),
            },
            EngineFolder.ForUser(),
            EnginePlatform.Current));
        services.AddSingleton<OrchestrationFailure>();
        services.AddSingleton<CrashReports>();
        services.AddSingleton<LaunchPlanner>();
        services.AddSingleton<OrchestratorService>();
        services.AddSingleton<ISwitchboard>(provider => provider.GetRequiredService<OrchestratorService>());
        services.AddSingleton<ISessionFolder>(provider => provider.GetRequiredService<OrchestratorService>());
        services.AddHostedService(provider => provider.GetRequiredService<OrchestratorService>());
        services.AddEventingSubscriber<OrchestrationSetup>();
        return services;
    }
}
