using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.ServiceDefaults.Redis;

/// <summary>The service can do without Redis, so its absence only degrades.</summary>
internal sealed class RedisHealth(RedisConnection redis, string withoutIt) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!redis.IsConfigured)
            return HealthCheckResult.Healthy($"No Redis is configured. {withoutIt}");
        return await redis.PingAsync().WaitAsync(cancellationToken) is { } trouble
            ? HealthCheckResult.Degraded($"{trouble} {withoutIt}")
            : HealthCheckResult.Healthy();
    }
}
