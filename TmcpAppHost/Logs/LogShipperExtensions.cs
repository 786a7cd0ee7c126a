using Microsoft.Extensions.DependencyInjection;
using Tmcp.AppHost.Logs;

namespace Tmcp.AppHost;

/// <summary>The local stand-in of the cluster's Fluentd.</summary>
internal static class LogShipperExtensions
{
    private const string EndpointName = "http";

    /// <summary>Ships the console lines of every resource to the store and to the AIOps agent. A published graph has Fluentd for that.</summary>
    internal static IResourceBuilder<T> WithLogsOfEverything<T>(this IResourceBuilder<T> agent, IResourceBuilder<IResourceWithEndpoints> store)
        where T : IResourceWithEndpoints
    {
        if (!agent.ApplicationBuilder.ExecutionContext.IsRunMode)
            return agent;
        var services = agent.ApplicationBuilder.Services;
        services.AddSingleton(new LogShipperTargets(store.GetEndpoint(EndpointName), agent.GetEndpoint(EndpointName)));
        services.AddHostedService<LogShipper>();
        return agent;
    }
}
