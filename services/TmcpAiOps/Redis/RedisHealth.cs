using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.AiOps.Redis;

/// <summary>Without Redis nothing can be accepted: unhealthy.</summary>
internal sealed class RedisHealth(RedisStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.ExecuteAsync("PING").WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreException exception)
        {
            return HealthCheckResult.Unhealthy(exception.Message);
        }
    }
}
