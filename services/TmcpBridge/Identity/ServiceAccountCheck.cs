using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Identity;

/// <summary>Whether calls without a token can be answered. A failure only degrades: callers with a token are served.</summary>
internal sealed class ServiceAccountCheck(ServiceAccount service, IOptions<BridgeOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (options.Value.AnonymousCallers == AnonymousCallers.Refuse)
            return HealthCheckResult.Healthy("Not used: Bridge:AnonymousCallers is Refuse.");

        try
        {
            await service.GetAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (ErrorText.IsExpected(exception))
        {
            return HealthCheckResult.Degraded(exception.Message);
        }
    }
}
