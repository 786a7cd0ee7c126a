using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.Agent.Model;

/// <summary>First level of readiness: without a model server no chat can succeed.</summary>
internal sealed class ModelServerHealth(ModelProbe probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (_, problem) = await probe.ListAsync(cancellationToken);
        return problem is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(problem);
    }
}
