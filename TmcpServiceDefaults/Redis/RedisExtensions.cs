using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Tmcp.ServiceDefaults.Redis;

/// <summary>Adds Redis to a service that also works without.</summary>
public static class RedisExtensions
{
    /// <summary>
    /// Adds <see cref="RedisConnection"/>, <see cref="RedisKeys"/> and the health check <c>redis</c>: degraded when a configured Redis is away,
    /// healthy with a word about it when none is configured. A connection string that cannot be read stops the start.
    /// </summary>
    /// <param name="services">The service's own.</param>
    /// <param name="withoutIt">What the service does without Redis, as a sentence for its log and its health report.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddOptionalRedis(this IServiceCollection services, string withoutIt)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(withoutIt);

        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddOptions<RedisOptions>()
            .BindConfiguration(RedisOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.Connection ??= RedisAddress.Find(configuration))
            .Validate(options => options.Connection is null || RedisAddress.CanBeRead(options.Connection), RedisAddress.Hint)
            .ValidateOnStart();
        services.AddSingleton<RedisConnection>();
        services.AddSingleton<RedisKeys>();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<RedisStart>(provider, withoutIt));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            "redis",
            provider => ActivatorUtilities.CreateInstance<RedisHealth>(provider, withoutIt),
            HealthStatus.Degraded,
            tags: null));
        return services;
    }
}
