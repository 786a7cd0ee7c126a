using System.Net;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Queue;

/// <summary>What was answered 202 is told, whatever ends in between.</summary>
public sealed class CrashTests
{
    [AnyRedisTheory, RedisKinds]
    public async Task What_was_accepted_before_a_crash_is_told_after_it(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var silent = await FakeDiscord.StartAsync(async (context, _) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        });
        var first = AiOpsHost.Start(redis, silent);
        for (var i = 0; i < 20; i++)
            await first.AlertAsync(Bodies.Alertmanager($"A{i}", "agent"));
        await Until.TrueAsync(() => silent.Requests > 0);
        await first.DisposeAsync(); // none of them was acknowledged: for the stream this is a crash

        await using var discord = await FakeDiscord.StartAsync();
        await using var second = AiOpsHost.Start(redis, discord);
        await Until.TrueAsync(() => discord.Posts.Count() >= 20, () => $"{discord.Posts.Count()} of 20");

        Assert.Equal(20, discord.Posts.Select(post => post.Field("Description")).Distinct().Count());
        Assert.Equal(20, discord.Posts.Count());
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_crash_between_sending_and_noting_it_doubles_a_message_at_most_once(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync(async (context, _) =>
        {
            // Delivered, but the answer never comes.
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        });
        await using var host = AiOpsHost.Start(redis, discord, settings: ("AiOps:Discord:Patience", "00:00:01"));

        await host.AlertAsync(Bodies.Classic("blog", "boom"));
        await Until.TrueAsync(async () => (int)(await host.GetAsync("/api/dead-letters"))["total"]! == 1);

        Assert.Equal(2, discord.Requests);
        Assert.Contains("none was confirmed", (string)(await host.GetAsync("/api/dead-letters"))["deadLetters"]![0]!["reason"]!, StringComparison.Ordinal);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Entries_of_a_replica_that_is_gone_are_taken_over(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var silent = await FakeDiscord.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        });
        var first = AiOpsHost.Start(redis, silent, settings: ("AiOps:Queue:Consumer", "one"));
        await first.AlertAsync(Bodies.Classic("blog", "boom"));
        await Until.TrueAsync(() => silent.Requests > 0);
        await first.DisposeAsync();

        await using var discord = await FakeDiscord.StartAsync();
        await using var second = AiOpsHost.Start(
            redis, discord, settings: [("AiOps:Queue:Consumer", "two"), ("AiOps:Queue:ClaimAfter", "00:00:01"), ("AiOps:Incidents:Lease", "00:00:01")]);
        await Until.TrueAsync(() => discord.Posts.Any());

        Assert.Single(discord.Posts);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task While_Redis_is_away_nothing_is_accepted_and_afterwards_all_goes_on(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = AiOpsHost.Start(redis, discord);
        await host.AlertAsync(Bodies.Classic("blog", "before"));
        await Until.TrueAsync(() => discord.Posts.Count() == 1);

        await redis.CrashAsync();
        var (refused, problem) = await host.PostAsync("/api/webhook/alert", Bodies.Classic("blog", "meanwhile"));
        await redis.StartAgainAsync();
        await Until.TrueAsync(async () => (await host.PostAsync("/api/webhook/alert", Bodies.Classic("blog", "after"))).Status == HttpStatusCode.Accepted);
        await Until.TrueAsync(() => discord.Posts.Count() == 2, () => $"{discord.Posts.Count()} messages");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused);
        Assert.Contains("send it again", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal("repeat", await host.DecideAsync(Bodies.Classic("blog", "before"))); // the state outlived the crash
    }

    [AnyRedisTheory, RedisKinds]
    public async Task An_entry_that_ends_the_process_again_and_again_becomes_a_dead_letter(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync();
        var first = AiOpsHost.Start(redis, discord);
        await first.PostAsync("/api/notifications/pause", "");
        await first.AlertAsync(Bodies.Classic("blog", "poison"));
        await first.DisposeAsync();
        await using var host = AiOpsHost.Start(redis, discord, settings: ("AiOps:Redis:KeyPrefix", "tmcp:other"));
        var store = host.Get<Tmcp.AiOps.Redis.RedisStore>();
        var entry = (string)((StackExchange.Redis.RedisResult[])((StackExchange.Redis.RedisResult[])(await store.ExecuteAsync("XRANGE", "tmcp:aiops:alerts", "-", "+"))!)[0]!)[0]!;
        await store.ExecuteAsync("HSET", "tmcp:aiops:attempts", entry, 3);
        await store.ExecuteAsync("DEL", "tmcp:aiops:paused");

        await using var second = AiOpsHost.Start(redis, discord);
        await Until.TrueAsync(async () => (int)(await second.GetAsync("/api/dead-letters"))["total"]! == 1);

        Assert.Empty(discord.Posts);
    }
}
