using System.Net;
using System.Text;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Queue;

public sealed class KillTests
{
    private const int Alerts = 400;
    private const int Kills = 4;
    private const int Concurrency = 8; // AiOps:Queue:Concurrency by default

    [AnyRedisTheory, RedisKinds]
    public async Task Killed_at_random_moments_it_loses_nothing_and_doubles_at_most_what_it_was_sending(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var discord = await FakeDiscord.StartAsync();
        await using var service = await ServiceProcess.StartAsync(redis, discord);
        var random = new Random(11);
        var killAt = Enumerable.Range(0, Kills).Select(i => random.Next((i * Alerts / Kills) + 10, (i + 1) * Alerts / Kills)).ToHashSet();

        for (var i = 0; i < Alerts; i++)
        {
            var killing = killAt.Contains(i) ? service.KillAndRestartAsync() : Task.CompletedTask;
            await SendUntilAcceptedAsync(service, Bodies.Alertmanager($"A{i}", "agent"));
            await killing;
        }

        await Until.TrueAsync(() => Told(discord).Count == Alerts, () => $"{Told(discord).Count} of {Alerts}");
        var told = Told(discord);
        Assert.All(told, one => Assert.InRange(one.Value, 1, 2));
        Assert.InRange(told.Values.Sum(), Alerts, Alerts + (Kills * Concurrency));
    }

    private static Dictionary<string, int> Told(FakeDiscord discord) =>
        discord.Posts.GroupBy(post => post.Field("Description")!).ToDictionary(group => group.Key, group => group.Count());

    // As Alertmanager does: again until it is taken.
    private static Task SendUntilAcceptedAsync(ServiceProcess service, string body) => Until.TrueAsync(async () =>
    {
        try
        {
            using var response = await service.Http.PostAsync("/api/webhook/alert", new StringContent(body, Encoding.UTF8, "application/json"));
            return response.StatusCode == HttpStatusCode.Accepted;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });
}
