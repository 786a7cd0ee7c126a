using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Tmcp.ServiceDefaults.Redis;

/// <summary>Adds Redis to a service.</summary>
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

        services.AddRedisConnection();
        services.AddSingleton<RedisKeys>();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<RedisStart>(provider, withoutIt));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            "redis",
            provider => ActivatorUtilities.CreateInstance<RedisHealth>(provider, withoutIt),
            HealthStatus.Degraded,
            tags: null));
        return services;
    }

    /// <summary>
    /// Adds <see cref="RedisConnection"/> and the health check <c>redis</c>, unhealthy when Redis is away, to a service that can do nothing
    /// without it. Without an address, or with one that cannot be read, the service does not start.
    /// </summary>
    /// <param name="services">The service's own.</param>
    /// <param name="patience">Longest wait for one answer, unless <see cref="RedisOptions.Patience"/> is set.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddRequiredRedis(this IServiceCollection services, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.Configure<RedisOptions>(options => options.Patience = patience);
        services.AddRedisConnection()
            .Validate(options => options.Connection is not null, "No Redis is configured. Set ConnectionStrings__redis, for example to localhost:6379.");
        services.AddHealthChecks().AddCheck<RequiredRedisHealth>("redis");
        return services;
    }

    private static OptionsBuilder<RedisOptions> AddRedisConnection(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddSingleton<RedisConnection>();
        return services.AddOptions<RedisOptions>()
            .BindConfiguration(RedisOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.Connection ??= RedisAddress.Find(configuration))
            .Validate(options => options.Connection is null || RedisAddress.CanBeRead(options.Connection), RedisAddress.Hint)
            .ValidateOnStart();
    }
}
