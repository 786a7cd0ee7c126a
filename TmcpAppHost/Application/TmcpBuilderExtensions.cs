using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Aspire.Hosting.Lifecycle;
using Tmcp.AppHost.Containers;
using Tmcp.AppHost.Data;
using Tmcp.AppHost.Output;

namespace Tmcp.AppHost;

/// <summary>What the whole graph shares.</summary>
internal static class TmcpBuilderExtensions
{
    /// <summary>Reads the options, takes the data folder in run mode, and adds the start-up report.</summary>
    internal static void AddTmcp(this IDistributedApplicationBuilder builder)
    {
        var options = TmcpOptions.From(builder);
        builder.Services.AddSingleton(options);
        // A failed start is one line of ours; the host would print the same with its stack.
        builder.Services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None));
        if (!builder.ExecutionContext.IsRunMode)
            return;

        builder.AddLocalImages(options.Containers);
        builder.Services.AddDataFolder(options);
        if (TmcpApplication.IsProgram)
            builder.Services.AddStartupReport();
    }

    // The host owns the hold on the folder: it lets go after every resource has stopped.
    private static void AddDataFolder(this IServiceCollection services, TmcpOptions options)
    {
        var folder = DataFolder.Open(options);
        services.AddSingleton(_ => folder);
        services.AddHostedService<DataFolderHold>();
    }

    private static void AddStartupReport(this IServiceCollection services)
    {
        services.AddSingleton(provider => new StartupTable(provider.GetRequiredService<IConfiguration>(), Console.Out));
        services.TryAddEventingSubscriber<StartupReport>();
    }

    /// <summary>The options of this run; <see cref="AddTmcp"/> has put them there.</summary>
    internal static TmcpOptions GetTmcpOptions(this IDistributedApplicationBuilder builder) =>
        (TmcpOptions)builder.Services.Single(service => service.ServiceType == typeof(TmcpOptions)).ImplementationInstance!;
}
