using System.Net;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Callers;

public sealed class TokenCheckTests
{
    // An empty body is a 422 for whoever is admitted: the cheapest request that shows it.
    private const string Empty = "{}";

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_token_is_asked_about_once_until_it_expires()
    {
        await using var agent = await AgentHost.StartAsync(clock: _clock);
        var token = agent.PocketBase.AddUser("user2", _clock.GetUtcNow() + TimeSpan.FromHours(1));

        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.SendAsync(token, Empty)).Status);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.SendAsync(token, Empty)).Status);
        Assert.Equal(1, agent.PocketBase.Checks);

        _clock.Advance(TimeSpan.FromMinutes(1));
        var late = await agent.SendAsync(token, Empty);

        Assert.Equal(HttpStatusCode.Unauthorized, late.Status);
        Assert.Contains("expired", late.Raw, StringComparison.Ordinal);
        Assert.Equal(1, agent.PocketBase.Checks);
    }

    [Fact]
    public async Task Simultaneous_requests_share_one_question()
    {
        await using var agent = await AgentHost.StartAsync();
        var gate = new TaskCompletionSource();
        agent.PocketBase.Gate = gate.Task;

        var requests = Enumerable.Range(0, 8).Select(_ => agent.SendAsync(agent.Token, Empty)).ToList();
        await Until.TrueAsync(() => agent.PocketBase.Checks == 1);
        gate.SetResult();
        var answers = await Task.WhenAll(requests);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status));
        Assert.Equal(1, agent.PocketBase.Checks);
    }

    [Fact]
    public async Task The_first_caller_who_leaves_does_not_fail_the_others()
    {
        await using var agent = await AgentHost.StartAsync();
        var gate = new TaskCompletionSource();
        agent.PocketBase.Gate = gate.Task;
        using var leaving = new CancellationTokenSource();

        var first = agent.Http.SendAsync(ChatStream.Request(agent.Token, Empty), leaving.Token);
        await Until.TrueAsync(() => agent.PocketBase.Checks == 1);
        var second = agent.SendAsync(agent.Token, Empty);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await second).Status);
        Assert.Equal(1, agent.PocketBase.Checks);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        await using var agent = await AgentHost.StartAsync();
        var token = Tokens.For("user3");

        Assert.Equal(HttpStatusCode.Unauthorized, (await agent.SendAsync(token, Empty)).Status);
        agent.PocketBase.AddUser("user3");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.SendAsync(token, Empty)).Status);
    }

    [Fact]
    public async Task The_cache_forgets_the_token_unused_for_longest_when_it_is_full()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("Callers:CachedTokens", "10"));
        await agent.SendAsync(agent.Token, Empty);
        for (var i = 0; i < 10; i++)
            await agent.SendAsync(agent.PocketBase.AddUser($"other{i}"), Empty);
        Assert.Equal(11, agent.PocketBase.Checks);

        await agent.SendAsync(agent.Token, Empty);

        Assert.Equal(12, agent.PocketBase.Checks);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(404)]
    public async Task When_PocketBase_cannot_say_the_answer_is_a_503_that_names_it(int status)
    {
        await using var agent = await AgentHost.StartAsync();
        agent.PocketBase.FailWith = status;

        var answer = await agent.SendAsync(agent.Token, Empty);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("PocketBase at ", answer.Raw, StringComparison.Ordinal);
        Assert.Contains(status.ToString(), answer.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(agent.Token, answer.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_PocketBase_is_silent_the_answer_is_a_503_in_time()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("Callers:Timeout", "00:00:00.2"));
        var gate = new TaskCompletionSource();
        agent.PocketBase.Gate = gate.Task;

        var answer = await agent.SendAsync(agent.Token, Empty);
        gate.SetResult();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("0.2 s", answer.Raw, StringComparison.Ordinal);
    }
}
