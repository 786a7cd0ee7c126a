using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Hosting;

/// <summary>The services of every application.</summary>
internal static class BuilderServices
{
    /// <summary>Registers them and returns the event hub, which callers need before there is a service provider.</summary>
    public static IDistributedApplicationEventing Add(IServiceCollection services, IDistributedApplicationBuilder builder, DistributedApplicationOptions options)
    {
        var eventing = new DistributedApplicationEventing();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(builder.ExecutionContext);
        services.AddSingleton<IDistributedApplicationEventing>(eventing);
        services.AddSingleton(_ => new DistributedApplicationModel(builder.Resources));
        services.AddSingleton(new UserSecretsStore(builder.AppHostAssembly));
        services.AddSingleton<ResourceConfigurationEvaluator>();
        services.AddSingleton<ApplicationStart>();
        services.AddHttpClient();
        services.AddHealthChecks();
        services.AddResourceRuntime();

        // Publishing only writes the model down: nothing may start.
        if (builder.ExecutionContext.IsRunMode)
        {
            services.AddDashboard();
            services.AddOrchestration();
        }
        else
        {
            services.AddHostedService<ManifestPublisher>();
        }

        return eventing;
    }
}
