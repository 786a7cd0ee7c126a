using System.Net;
using System.Text.Json.Nodes;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Incidents;

/// <summary>From the request to the message, on every Redis that there is.</summary>
public sealed class IncidentFlowTests
{
    [AnyRedisTheory, RedisKinds]
    public async Task An_alert_becomes_one_message_and_its_end_edits_it(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = AiOpsHost.Start(redis, discord);

        await host.AlertAsync(Bodies.Alertmanager("DiskFull", "redis", description: "write /data/appendonly.aof: no space left on device"));
        await host.AlertAsync(Bodies.Alertmanager("DiskFull", "redis", "b"));
        await Until.TrueAsync(() => discord.Posts.Any());
        await host.AlertAsync(Bodies.Alertmanager("DiskFull", "redis", resolved: true));
        await host.AlertAsync(Bodies.Alertmanager("DiskFull", "redis", "b", resolved: true));
        await Until.TrueAsync(() => discord.Edits.Any());

        var post = Assert.Single(discord.Posts);
        var edit = Assert.Single(discord.Edits);
        Assert.Equal("🚨 Alert: redis failure detected", post.Title);
        Assert.Contains("wait=true", post.Query, StringComparison.Ordinal);
        Assert.Contains("no space left on device", post.Field("Evidence")!, StringComparison.Ordinal);
        Assert.Contains("full", post.Field("Root Cause Analysis (rules")!, StringComparison.Ordinal);
        Assert.Equal((post.MessageId, "✅ Resolved: redis"), (edit.MessageId, edit.Title));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Incidents_are_listed_with_state_count_and_timeline(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = AiOpsHost.Start(redis, discord);
        var id = (string)(await host.AlertAsync(Bodies.Classic("blog", "boom 1")))[0]["incident"]!;
        await host.AlertAsync(Bodies.Classic("blog", "boom 2"));
        await Until.TrueAsync(() => discord.Posts.Any());
        await Until.TrueAsync(async () => (await host.IncidentAsync(id))["timeline"]!.AsArray().Count >= 3);

        var listed = Assert.Single((await host.GetAsync("/api/incidents"))["incidents"]!.AsArray())!;
        var one = await host.IncidentAsync(id);

        Assert.Equal((id, "blog", "Firing"), ((string)listed["id"]!, (string)listed["service"]!, (string)listed["state"]!));
        Assert.Equal(2, (int)one["incident"]!["count"]!);
        Assert.Equal(["opened", "analysed", "told"], one["timeline"]!.AsArray().Select(entry => (string)entry!["what"]!));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task An_incident_named_in_a_receipt_is_there_at_once(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = AiOpsHost.Start(redis, discord);

        for (var i = 0; i < 100; i++)
        {
            var id = (string)(await host.AlertAsync(Bodies.Classic($"service-{i}", "boom")))[0]["incident"]!;
            Assert.Equal($"service-{i}", (string)(await host.GetAsync($"/api/incidents/{id}"))["incident"]!["service"]!);
        }
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_storm_becomes_one_incident_for_each_cause(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync();
        await using var model = await FakeModel.StartAsync();
        await using var host = AiOpsHost.Start(redis, discord, model: model);
        var words = Enumerable.Range(0, 50).Select(i => $"{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}").ToArray();

        await Parallel.ForEachAsync(Enumerable.Range(0, 20), async (batch, _) =>
            await host.LogsAsync(string.Join('\n', Enumerable.Range(0, 500).Select(i =>
                Bodies.Record($"2026-11-21 05:00:0{i % 10} ERROR cause {words[i % 50]} at 10.0.0.{i % 200}:{i} id {Guid.NewGuid():N} /tmp/{batch}/{i}")))));
        await Until.TrueAsync(() => discord.Posts.Count() >= 50, () => $"{discord.Posts.Count()} messages");

        Assert.Equal(50, discord.Posts.Count());
        Assert.InRange(model.Questions.Count, 1, 50);
        Assert.Equal(10_000, await host.MetricAsync("tmcp_aiops_alerts_total{outcome=\"accepted\"}") + await host.MetricAsync("tmcp_aiops_alerts_total{outcome=\"repeat\"}")
            + await host.MetricAsync("tmcp_aiops_alerts_total{outcome=\"grouped\"}"));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Only_after_the_window_is_the_same_trouble_news_again(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var host = AiOpsHost.Start(redis, settings: ("DEDUP_INTERVAL_SECONDS", "1"));
        var store = host.Get<Tmcp.AiOps.Redis.RedisStore>();

        var first = (await host.AlertAsync(Bodies.Classic("blog", "boom")))[0];
        Assert.Equal("repeat", await host.DecideAsync(Bodies.Classic("blog", "boom")));
        await Until.TrueAsync(async () => (long)await store.ExecuteAsync("EXISTS", store.Keys.Group((string)first["fingerprint"]!)) == 0);

        Assert.Equal("accepted", await host.DecideAsync(Bodies.Classic("blog", "boom")));
        await Until.TrueAsync(async () => (string?)(await host.IncidentAsync((string)first["incident"]!))["incident"]!["state"] == "Quiet");
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_flapping_alert_stays_one_message_and_is_told_again_when_it_keeps_still(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = AiOpsHost.Start(redis, discord, settings: ("AiOps:Grouping:FlapQuiet", "00:00:02"));

        for (var i = 0; i < 8; i++)
        {
            await host.AlertAsync(Bodies.Alertmanager("Flap", "agent"));
            await host.AlertAsync(Bodies.Alertmanager("Flap", "agent", resolved: true));
        }

        await Until.TrueAsync(() => discord.Delivered.LastOrDefault()?.Title == "✅ Resolved: agent" && discord.Delivered.Any(request => request.Title == "🔁 Flapping: agent"));
        Assert.Single(discord.Posts);
        Assert.InRange(discord.Edits.Count(), 2, 10);
        Assert.True(await host.MetricAsync("tmcp_aiops_dropped_total{reason=\"flapping\"}") > 0);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Paused_notifications_wait_and_go_out_when_resumed(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = AiOpsHost.Start(redis, discord);

        await host.PostAsync("/api/notifications/pause", "");
        var id = (string)(await host.AlertAsync(Bodies.Classic("blog", "boom")))[0]["incident"]!;
        await Until.TrueAsync(async () => (await host.IncidentAsync(id))["incident"]!["analysis"] is not null);
        Assert.True((bool)(await host.GetAsync("/api/notifications"))["paused"]!);
        Assert.Empty(discord.Posts);
        await host.PostAsync("/api/notifications/resume", "");

        await Until.TrueAsync(() => discord.Posts.Any());
        Assert.Single(discord.Posts);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task What_Discord_does_not_take_becomes_a_dead_letter_that_can_be_sent_again(string kind)
    {
        var broken = true;
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync((context, _) =>
        {
            if (broken)
                context.Response.StatusCode = 400;
            return Task.FromResult(broken);
        });
        await using var host = AiOpsHost.Start(redis, discord);

        await host.AlertAsync(Bodies.Classic("blog", "boom"));
        JsonNode letters = new JsonObject();
        await Until.TrueAsync(async () => (int)(letters = await host.GetAsync("/api/dead-letters"))["total"]! == 1);
        broken = false;
        var letter = letters["deadLetters"]![0]!;
        var (status, _) = await host.PostAsync($"/api/dead-letters/{(string)letter["id"]!}/replay", "");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("400", (string)letter["reason"]!, StringComparison.Ordinal);
        Assert.Equal("boom", (string)letter["signal"]!["message"]!);
        await Until.TrueAsync(() => discord.Posts.Any());
        Assert.Equal(0, (int)(await host.GetAsync("/api/dead-letters"))["total"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/api/dead-letters/1-0/replay", "")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/api/dead-letters/nonsense/replay", "")).Status);
    }
}
