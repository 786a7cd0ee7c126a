using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.Agent.Bridge;

/// <summary>Without the bridge the team can talk but not work: degraded.</summary>
internal sealed class BridgeHealth(BridgeConnection connection) : IHealthCheck
{
    // Shorter than the fastest probe's own limit (1 s in the cluster).
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await connection.PingAsync(limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (BridgeException exception)
        {
            return HealthCheckResult.Degraded(exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded($"The MCP bridge did not answer within {Patience.TotalSeconds} s. See its log.");
        }
    }
}
