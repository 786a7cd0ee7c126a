using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Notifications;

public sealed class DiscordTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    [RealRedisFact]
    public async Task Retry_after_of_a_429_is_obeyed_to_the_part_of_a_second()
    {
        var refusedAt = 0L;
        var acceptedAt = 0L;
        await using var discord = await FakeDiscord.StartAsync(async (context, number) =>
        {
            if (number > 1)
            {
                acceptedAt = Stopwatch.GetTimestamp();
                return false;
            }

            refusedAt = Stopwatch.GetTimestamp();
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "1";
            await context.Response.WriteAsJsonAsync(new { message = "You are being rate limited.", retry_after = 0.8, global = false });
            return true;
        });
        await using var host = fixture.StartHost(discord);

        await host.AlertAsync(Bodies.Classic("blog", "boom"));
        await Until.TrueAsync(() => discord.Posts.Any());

        Assert.Equal(2, discord.Requests);
        Assert.InRange(Stopwatch.GetElapsedTime(refusedAt, acceptedAt).TotalSeconds, 0.78, 10);
    }

    [RealRedisTheory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_5xx_is_tried_again_until_it_is_taken(int status)
    {
        await using var discord = await FakeDiscord.StartAsync((context, number) =>
        {
            if (number <= 6)
                context.Response.StatusCode = status;
            return Task.FromResult(number <= 6);
        });
        await using var host = fixture.StartHost(discord);

        await host.AlertAsync(Bodies.Classic("blog", "boom"));
        await Until.TrueAsync(() => discord.Posts.Any());

        Assert.Equal(7, discord.Requests);
        Assert.Single(discord.Posts);
    }

    [RealRedisFact]
    public async Task Messages_of_one_incident_keep_their_order_when_some_are_refused()
    {
        await using var discord = await FakeDiscord.StartAsync((context, number) =>
        {
            if (number % 2 == 1)
                context.Response.StatusCode = 503;
            return Task.FromResult(number % 2 == 1);
        });
        await using var host = fixture.StartHost(discord);

        await host.AlertAsync(Bodies.Alertmanager("A", "agent"));
        await host.AlertAsync(Bodies.Alertmanager("A", "agent", resolved: true));
        await Until.TrueAsync(() => discord.Edits.Any());

        Assert.Equal(["POST", "PATCH"], discord.Delivered.Select(request => request.Method));
        Assert.Equal("✅ Resolved: agent", discord.Delivered.Last().Title);
    }

    [RealRedisFact]
    public async Task A_deleted_message_is_not_written_anew()
    {
        await using var discord = await FakeDiscord.StartAsync((context, _) =>
        {
            var isEdit = context.Request.Method == "PATCH";
            if (isEdit)
                context.Response.StatusCode = 404;
            return Task.FromResult(isEdit);
        });
        await using var host = fixture.StartHost(discord);

        var id = (string)(await host.AlertAsync(Bodies.Alertmanager("A", "agent")))[0]["incident"]!;
        await Until.TrueAsync(() => discord.Posts.Any());
        await host.AlertAsync(Bodies.Alertmanager("A", "agent", resolved: true));

        await Until.TrueAsync(async () => (await host.IncidentAsync(id))["timeline"]!.AsArray().Any(entry => ((string)entry!["what"]!).Contains("deleted", StringComparison.Ordinal)));
        Assert.Single(discord.Posts);
    }

    [RealRedisFact]
    public async Task Without_a_webhook_incidents_are_kept_and_health_says_so()
    {
        await using var host = fixture.StartHost();

        var id = (string)(await host.AlertAsync(Bodies.Classic("blog", "boom")))[0]["incident"]!;

        await Until.TrueAsync(async () => (await host.IncidentAsync(id))["timeline"]!.AsArray().Any(entry => (string)entry!["what"]! == "not told"));
        await Until.TrueAsync(async () => (await host.ReadAsync("/health")).Contains("DISCORD_WEBHOOK_URL is not set", StringComparison.Ordinal));
    }
}
