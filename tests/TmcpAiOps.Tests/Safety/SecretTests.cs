using System.Collections.Concurrent;
using System.Diagnostics;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Safety;

public sealed class SecretTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    [RealRedisTheory]
    [InlineData(0)]
    [InlineData(401)]
    [InlineData(500)]
    public async Task The_webhooks_address_is_in_no_log_span_metric_or_answer(int status)
    {
        var spans = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "System.Net.Http" or "Tmcp.AiOps",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Enqueue($"{span.Source.Name} {span.DisplayName} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {span.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var discord = await FakeDiscord.StartAsync((context, number) =>
        {
            var fails = status != 0 && number < 3;
            if (fails)
                context.Response.StatusCode = status;
            return Task.FromResult(fails);
        });
        await using var host = fixture.StartHost(discord);

        var id = (string)(await host.AlertAsync(Bodies.Classic("blog", "boom")))[0]["incident"]!;
        await Until.TrueAsync(() => discord.Posts.Any());
        await Until.TrueAsync(async () => (await host.IncidentAsync(id))["timeline"]!.AsArray().Any(entry => (string)entry!["what"]! == "told"));
        var seen = string.Join('\n', [.. host.Logs.Lines, .. spans, await host.MetricsAsync(), await host.ReadAsync("/health"), await host.ReadAsync($"/api/incidents/{id}"), await host.ReadAsync("/api/dead-letters")]);

        Assert.Contains(spans, span => span.Contains("discord post", StringComparison.Ordinal));
        Assert.DoesNotContain(FakeDiscord.Token, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("/api/webhooks", seen, StringComparison.Ordinal);
    }

    [RealRedisFact]
    public async Task What_an_alert_says_is_never_logged_so_that_no_loop_can_begin()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = fixture.StartHost(discord);

        await host.AlertAsync(Bodies.Classic("blog", "ERROR a very special sentence"));
        await host.LogsAsync(Bodies.Record("ERROR a very special sentence"));
        await host.PostAsync("/api/webhook/alert", "{\"a very special sentence\":");
        await Until.TrueAsync(() => discord.Posts.Count() == 2);

        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains("very special", StringComparison.Ordinal));
    }
}
