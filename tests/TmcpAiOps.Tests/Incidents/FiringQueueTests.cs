using System.Net;
using Tmcp.AiOps.Redis;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Incidents;

/// <summary>Alerts of many requests travel together; each is decided as if it had come alone.</summary>
public sealed class FiringQueueTests
{
    [AnyRedisTheory, RedisKinds]
    public async Task Alerts_of_many_requests_at_once_are_each_stored_once_before_their_202(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var host = AiOpsHost.Start(redis);
        await host.PostAsync("/api/notifications/pause", "");
        var store = host.Get<RedisStore>();

        var decisions = await Task.WhenAll(Enumerable.Range(0, 300).Select(async i => (await host.AlertAsync(Bodies.Alertmanager($"A{i}", $"service-{i}")))[0]));

        var accepted = decisions.Select(decision => (string)decision["incident"]!).ToList();
        Assert.All(decisions, decision => Assert.Equal("accepted", (string)decision["decision"]!));
        Assert.Equal(300, accepted.Distinct().Count());
        Assert.Equal(300, (long)await store.ExecuteAsync("XLEN", store.Keys.Stream));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task The_same_alert_of_many_requests_at_once_is_news_once(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var host = AiOpsHost.Start(redis);
        await host.PostAsync("/api/notifications/pause", "");
        var store = host.Get<RedisStore>();

        var decisions = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.DecideAsync(Bodies.Classic("blog", "boom"))));

        Assert.Single(decisions, decision => decision == "accepted");
        Assert.Equal(99, decisions.Count(decision => decision == "repeat"));
        Assert.Equal(1, (long)await store.ExecuteAsync("XLEN", store.Keys.Stream));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task What_Redis_refuses_of_one_alert_does_not_touch_those_beside_it(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var host = AiOpsHost.Start(redis);
        var store = host.Get<RedisStore>();
        var broken = (await host.AlertAsync(Bodies.Classic("blog", "broken")))[0];
        var key = store.Keys.Group((string)broken["fingerprint"]!);
        Assert.Equal(1, (long)await store.ExecuteAsync("DEL", key));
        await store.ExecuteAsync("SET", key, "no hash");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(i => host.PostAsync("/api/webhook/alert", i == 20 ? Bodies.Classic("blog", "broken") : Bodies.Alertmanager($"A{i}", $"service-{i}"))));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answers[20].Status);
        Assert.Contains("WRONGTYPE", (string)answers[20].Body["detail"]!, StringComparison.Ordinal);
        Assert.All(answers.Where((_, i) => i != 20), answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
    }
}
