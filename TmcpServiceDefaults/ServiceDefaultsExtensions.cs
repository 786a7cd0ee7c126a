using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tmcp.ServiceDefaults.Discovery;
using Tmcp.ServiceDefaults.Health;
using Tmcp.ServiceDefaults.Resilience;
using Tmcp.ServiceDefaults.Telemetry;
using Tmcp.ServiceDefaults.Tenancy;

namespace Tmcp.ServiceDefaults;

/// <summary>The two calls that make a program a TMCP service.</summary>
public static class ServiceDefaultsExtensions
{
    // dcp sends SIGKILL 6 s after SIGTERM, so a host that has not ended after 5 s ends by itself.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds OpenTelemetry (exported only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set), health checks, service discovery
    /// (<c>services__name__scheme__0</c>), resilient HTTP clients, tenant propagation, problem details and a 5 s shutdown limit.
    /// </summary>
    /// <param name="builder">The service's host builder; call this before adding features.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.Services.AddQuietCategories();
        builder.Services.AddProbePath("/health").AddProbePath("/alive");
        builder.Services.AddHealthReporting();
        builder.Services.AddServiceDiscovery();
        builder.Services.AddResilientHttpClients();
        builder.Services.AddTenancy();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<IStartupFilter, DefaultPipelineFilter>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        return builder;
    }

    /// <summary>Requests to this path make no span, as those to <c>/health</c> and <c>/alive</c>: nobody looks for them among the traces.</summary>
    /// <param name="services">The service's own.</param>
    /// <param name="path">The whole path, with the first slash; upper and lower case are the same.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddProbePath(this IServiceCollection services, string path)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return services.AddSingleton(new ProbePath(path));
    }

    /// <summary>
    /// Maps <c>GET /health</c> (readiness: status and one entry per check; 503 only when unhealthy) and <c>GET /alive</c>
    /// (the process answers), in every environment because the cluster probes them.
    /// </summary>
    /// <param name="app">The built application.</param>
    /// <returns>The same application.</returns>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealth();
        return app;
    }
}
