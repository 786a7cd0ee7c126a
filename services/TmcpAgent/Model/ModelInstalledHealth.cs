using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Model;

/// <summary>Second level of readiness. A model that is still being pulled must not keep the stack from starting: degraded.</summary>
internal sealed class ModelInstalledHealth(ModelProbe probe, IOptions<ModelOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (names, _) = await probe.ListAsync(cancellationToken);
        if (names is null)
            return HealthCheckResult.Degraded("unknown: the model server does not answer");

        // Ollama lists a model asked for without a tag under the tag latest.
        var name = options.Value.Name;
        return names.Contains(name) || names.Contains($"{name}:latest")
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(ModelFailures.NotInstalled(options.Value));
    }
}
