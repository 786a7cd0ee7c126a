using Microsoft.AspNetCore.Http;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Context;

public sealed class ContextTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    private static readonly DateTimeOffset _at = DateTimeOffset.UtcNow.AddHours(-3);

    [RealRedisFact]
    public async Task Lines_around_the_alerts_own_time_of_the_service_and_its_dependencies_reach_the_model()
    {
        await using var elasticsearch = await FakeElasticsearch.StartAsync();
        elasticsearch.Lines.AddRange(
        [
            (_at.AddHours(-2), "agent", "error", "much too early"),
            (_at.AddMinutes(-6), "agent", "info", "Application started. Press Ctrl+C to shut down."),
            (_at.AddMinutes(-5), "agent", "info", "calling the bridge"),
            (_at.AddMinutes(-1), "agent", "error", "bridge answered 502"),
            (_at.AddMinutes(-1), "bridge", "error", "dial tcp: lookup pocketbase: no such host"),
            (_at.AddMinutes(-1), "bridge", "info", "of no interest"),
            (_at.AddMinutes(-1), "blog", "error", "of another service"),
            (_at.AddHours(2), "agent", "error", "much too late"),
        ]);
        await using var model = await FakeModel.StartAsync();
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = fixture.StartHost(discord, elasticsearch, model, ("AiOps:Dependencies:agent", "bridge,pocketbase"));

        await host.AlertAsync(Bodies.Classic("agent", "chat fails", _at.ToString("O")));
        await Until.TrueAsync(() => discord.Posts.Any());

        var asked = (string)model.Questions.Single()["messages"]![1]!["content"]!;
        Assert.Contains("bridge answered 502", asked, StringComparison.Ordinal);
        Assert.Contains("bridge: dial tcp: lookup pocketbase: no such host", asked, StringComparison.Ordinal);
        Assert.Contains("The service last started at", asked, StringComparison.Ordinal);
        Assert.Contains("Errors logged in the minutes before the alert: 1; since: 0.", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("much too", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("of no interest", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("of another service", asked, StringComparison.Ordinal);
        Assert.All(elasticsearch.Questions, question => Assert.StartsWith("/fluentd-*/_search", question.Path, StringComparison.Ordinal));
    }

    [RealRedisFact]
    public async Task Fresh_alert_is_looked_at_when_its_last_lines_have_had_time_to_arrive()
    {
        var settle = TimeSpan.FromSeconds(1);
        await using var elasticsearch = await FakeElasticsearch.StartAsync();
        var asked = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        elasticsearch.Instead = context =>
        {
            if (context.Request.Path.Value!.EndsWith("/_search", StringComparison.Ordinal))
                asked.TrySetResult(DateTimeOffset.UtcNow);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = fixture.StartHost(discord, elasticsearch, null, ("AiOps:Context:Settle", settle.ToString()));
        var at = DateTimeOffset.UtcNow;

        await host.AlertAsync(Bodies.Classic("agent", "chat fails", at.ToString("O")));

        Assert.True(await asked.Task.WaitAsync(TimeSpan.FromMinutes(2)) >= at + settle);
    }

    public static TheoryData<string> Troubles => ["red", "hang", "not json", "strange", "20 MB"];

    [RealRedisTheory, MemberData(nameof(Troubles))]
    public async Task Without_the_log_store_the_alerts_own_words_are_the_context(string trouble)
    {
        await using var elasticsearch = await FakeElasticsearch.StartAsync();
        elasticsearch.Instead = context => FailAsync(context, trouble);
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = fixture.StartHost(discord, elasticsearch, null, ("AiOps:Context:Patience", "00:00:01"));

        await host.AlertAsync(Bodies.Classic("agent", "dial tcp: lookup pocketbase: no such host"));
        await Until.TrueAsync(() => discord.Posts.Any());

        Assert.Contains("no such host", discord.Posts.Single().Field("Evidence")!, StringComparison.Ordinal);
    }

    [RealRedisFact]
    public async Task However_much_was_logged_the_question_stays_within_its_bound()
    {
        await using var elasticsearch = await FakeElasticsearch.StartAsync();
        for (var i = 0; i < 2_000; i++)
            elasticsearch.Lines.Add((_at.AddSeconds(-i / 10.0), "agent", "error", $"line {i} {new string('x', 3_000)}"));
        await using var model = await FakeModel.StartAsync();
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = fixture.StartHost(discord, elasticsearch, model);

        await host.AlertAsync(Bodies.Classic("agent", new string('y', 20_000), _at.ToString("O")));
        await Until.TrueAsync(() => discord.Posts.Any());

        Assert.InRange(((string)model.Questions.Single()["messages"]![1]!["content"]!).Length, 1_000, 24_000);
    }

    private static async Task FailAsync(HttpContext context, string trouble)
    {
        switch (trouble)
        {
            case "red":
                context.Response.StatusCode = 503;
                await context.Response.WriteAsync("""{"error":{"type":"cluster_block_exception"},"status":503}""");
                break;
            case "hang":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "not json":
                await context.Response.WriteAsync("<html>");
                break;
            case "strange":
                await context.Response.WriteAsync("""{"hits":{"hits":[{},{"_source":{"@timestamp":1,"message":{}}},{"_source":{"message":"x","log":"y"}}]},"aggregations":{"minutes":{"buckets":[{"key":1e300,"doc_count":-5},{"key":"x"},7]}}}""");
                break;
            default:
                await context.Response.Body.WriteAsync(new byte[20_000_000], context.RequestAborted);
                break;
        }
    }
}
