using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.AiOps.Notifications;

/// <summary>Without a webhook nobody hears of anything. It is not called here: a probe is no message.</summary>
internal sealed class DiscordHealth(DiscordClient discord) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(discord.HasAddress
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("DISCORD_WEBHOOK_URL is not set: incidents are analysed and told to nobody."));
}
