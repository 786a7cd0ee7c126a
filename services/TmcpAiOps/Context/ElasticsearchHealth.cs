using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.AiOps.Context;

/// <summary>Without the log store analyses have only the alert's own words: degraded.</summary>
internal sealed class ElasticsearchHealth(Elasticsearch elasticsearch) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await elasticsearch.SearchAsync(new JsonObject { ["size"] = 0 }, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (ContextException exception)
        {
            return HealthCheckResult.Degraded(exception.Message);
        }
        catch (OperationCanceledException)
        {
            return HealthCheckResult.Degraded($"Elasticsearch at {elasticsearch.Address.Authority} did not answer in time. See its log.");
        }
    }
}
