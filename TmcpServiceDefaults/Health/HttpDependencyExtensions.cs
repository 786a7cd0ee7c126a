using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.ServiceDefaults.Health;

/// <summary>Health checks of the services that a service needs.</summary>
public static class HttpDependencyExtensions
{
    // Shorter than the fastest probe's own limit (1 s in the cluster), so that the report names the culprit.
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromMilliseconds(900);

    /// <summary>Adds a check that a dependency answers <c>GET</c> on <paramref name="path"/> with a 2xx status within 0.9 s.</summary>
    /// <param name="builder">The health-check builder.</param>
    /// <param name="name">Name in the report, normally the resource's.</param>
    /// <param name="baseAddress">Where the dependency listens; read when the check runs.</param>
    /// <param name="path">Path of its own health endpoint, relative to <paramref name="baseAddress"/>.</param>
    /// <param name="failureStatus">What a failure means for this service: <see cref="HealthStatus.Unhealthy"/> only when no request could succeed.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddHttpDependency(
        this IHealthChecksBuilder builder,
        string name,
        Func<IServiceProvider, Uri> baseAddress,
        string path,
        HealthStatus failureStatus = HealthStatus.Degraded)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(baseAddress);
        ArgumentNullException.ThrowIfNull(path);

        builder.Services.AddHttpClient(ClientName).WithStreaming();
        return builder.Add(new HealthCheckRegistration(
            name,
            services => new HttpDependencyCheck(services.GetRequiredService<IHttpClientFactory>(), Combine(baseAddress(services), path)),
            failureStatus,
            tags: null,
            timeout: ProbeLimit));
    }

    internal const string ClientName = "health";

    private static Uri Combine(Uri address, string path) => new(address.AbsoluteUri.TrimEnd('/') + "/" + path.TrimStart('/'));
}
