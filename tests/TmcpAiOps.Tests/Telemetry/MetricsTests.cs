using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Telemetry;

public sealed class MetricsTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    [RealRedisFact]
    public async Task They_are_in_Prometheus_text_format_and_count_every_alert_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = fixture.StartHost(discord);
        await host.AlertAsync(Bodies.Classic("blog", "boom"));
        await host.AlertAsync(Bodies.Classic("blog", "boom"));
        await host.LogsAsync($"{Bodies.Record("ERROR x")}\n{Bodies.Record("info: y")}\n{Bodies.Record("info: z")}");
        await Until.TrueAsync(async () => await host.MetricAsync("tmcp_aiops_alert_latency_seconds_count") == 2);

        var text = await host.MetricsAsync();

        var decided = text.Split('\n').Where(line => line.StartsWith("tmcp_aiops_alerts_total{", StringComparison.Ordinal)).Sum(line => double.Parse(line.Split(' ')[^1]));
        var received = text.Split('\n').Where(line => line.StartsWith("tmcp_aiops_received_total{", StringComparison.Ordinal)).Sum(line => double.Parse(line.Split(' ')[^1]));
        Assert.Equal((5, 5), (decided, received));
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z_]+=""[^""]*"",?)+\})? [0-9.eE+-]+)$", line));
        Assert.Contains("# TYPE tmcp_aiops_step_duration_seconds histogram", text, StringComparison.Ordinal);
        Assert.Contains("le=\"+Inf\"", text, StringComparison.Ordinal);
    }
}
