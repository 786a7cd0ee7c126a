using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tmcp.AppHost.Logs;

namespace Tmcp.AppHost;

/// <summary>The local stand-in of the cluster's Fluentd.</summary>
internal static class LogShipperExtensions
{
    private const string EndpointName = "http";
    private const string Settle = "AiOps__Context__Settle";

    /// <summary>
    /// Ships the console lines of every resource to the store and to the AIOps agent, and tells the agent which resource ended by itself. A
    /// published graph has Fluentd for the lines, and a monitoring system for the rest.
    /// </summary>
    internal static IResourceBuilder<T> WithLogsOfEverything<T>(this IResourceBuilder<T> agent, IResourceBuilder<IResourceWithEndpoints> store)
        where T : IResourceWithEndpoints, IResourceWithEnvironment
    {
        // Fluentd writes every 5 s, and Elasticsearch finds a line a second later.
        if (!agent.ApplicationBuilder.ExecutionContext.IsRunMode)
            return agent.WithEnvironment(Settle, "00:00:06");
        var services = agent.ApplicationBuilder.Services;
        services.AddSingleton(new LogShipperTargets(store.GetEndpoint(EndpointName), agent.GetEndpoint(EndpointName)));
        services.TryAddSingleton(TimeProvider.System);
        services.AddHostedService<LogShipper>();
        services.AddHostedService<ResourceWatch>();
        // A line is in the store 0.3 s after it was written; on a machine that is busy 1 s was too little for the last words of a killed process.
        return agent.WithEnvironment(Settle, "00:00:02");
    }
}
