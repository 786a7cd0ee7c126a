using System.Text.RegularExpressions;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.Agent.Tests.Redis;

public sealed class ThreadRedisTests
{
    [AnyRedisTheory, RedisKinds]
    public async Task A_thread_survives_a_restart_of_the_agent(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using (var agent = await StartAsync(redis))
            await TalkAsync(agent, "our code name is Falcon");

        await using var again = await StartAsync(redis);
        Assert.Contains("our code name is Falcon", await HeardAsync(again, "what is it?"), StringComparison.Ordinal);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Two_agents_share_a_thread(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var one = await StartAsync(redis);
        await using var two = await StartAsync(redis);

        await TalkAsync(one, "first");
        await TalkAsync(two, "second");
        await TalkAsync(one, "third");

        var heard = await HeardAsync(two, "fourth");
        Assert.Equal(["first", "second", "third", "fourth"], Regex.Matches(heard, "first|second|third|fourth").Select(match => match.Value));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Users_and_tenants_do_not_share_threads_and_no_key_holds_what_a_user_wrote(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var agent = await StartAsync(redis);
        var other = agent.PocketBase.AddUser("user2");
        await TalkAsync(agent, "our plan is secret", thread: "launch of Falcon");

        Assert.DoesNotContain("our plan is secret", await HeardAsync(agent, "what did I say?", "launch of Falcon", other), StringComparison.Ordinal);
        agent.Http.DefaultRequestHeaders.Add("X-Tenant", "acme");
        Assert.DoesNotContain("our plan is secret", await HeardAsync(agent, "what did I say?", "launch of Falcon"), StringComparison.Ordinal);

        var keys = await redis.KeysAsync();
        Assert.DoesNotContain(keys, key => key.Contains("Falcon", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["acme:chat:thread:user1", "tmcp:chat:thread:user1", "tmcp:chat:thread:user2"], keys.Where(key => key.Contains(":thread:", StringComparison.Ordinal)).Select(key => key[..key.LastIndexOf(':')]));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Threads_in_redis_are_bounded_in_length_number_and_age(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var agent = await StartAsync(redis, ("Threads:Messages", "3"), ("Threads:ThreadsPerUser", "2"), ("Threads:Age", "01:00:00"));
        foreach (var thread in (string[])["a", "b", "c", "c", "c"])
            await TalkAsync(agent, "hello", thread);
        agent.Http.DefaultRequestHeaders.Add("X-Tenant", "acme");
        await TalkAsync(agent, "hello", "d");

        var threads = (await redis.KeysAsync()).Where(key => key.Contains(":thread:", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, threads.Count);
        Assert.Equal(":3", (await redis.CallAsync($"LLEN {threads.Single(key => key.StartsWith("tmcp:", StringComparison.Ordinal))}")).Split("\r\n")[0]);
        foreach (var key in await redis.KeysAsync())
            Assert.InRange(int.Parse((await redis.CallAsync($"TTL {key}")).Split("\r\n")[0][1..]), 1, 3600);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Redis_killed_in_mid_run_costs_no_chat_and_gets_what_was_said_meanwhile(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var agent = await StartAsync(redis);
        await TalkAsync(agent, "before");
        await redis.CrashAsync();

        await TalkAsync(agent, "meanwhile");
        Assert.Contains("before", await HeardAsync(agent, "and now?"), StringComparison.Ordinal);
        await agent.HealthAsync("redis", "degraded");

        await redis.StartAgainAsync();
        await agent.HealthAsync("redis", "ok");
        await TalkAsync(agent, "after");

        await using var again = await StartAsync(redis);
        var heard = await HeardAsync(again, "go on");
        Assert.Equal(["before", "meanwhile", "and now?", "after", "go on"], Regex.Matches(heard, "before|meanwhile|and now\\?|after|go on").Select(match => match.Value));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_redis_that_lost_everything_gets_the_thread_again(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var agent = await StartAsync(redis);
        await TalkAsync(agent, "before");
        await redis.CallAsync("FLUSHALL");
        await TalkAsync(agent, "after");

        await using var again = await StartAsync(redis);
        Assert.Contains("before", await HeardAsync(again, "go on"), StringComparison.Ordinal);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_redis_that_hangs_costs_no_chat_and_no_message_is_kept_twice(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var agent = await StartAsync(redis, ("Redis:Patience", "00:00:00.3"), ("Redis:RetryPause", "00:00:00.2"));
        await agent.HealthAsync("redis", "ok");
        await TalkAsync(agent, "before");
        await redis.FreezeAsync();

        await TalkAsync(agent, "meanwhile");
        await TalkAsync(agent, "still");
        await agent.HealthAsync("redis", "degraded");

        await redis.ThawAsync();
        await agent.HealthAsync("redis", "ok");
        await TalkAsync(agent, "after");

        await using var again = await StartAsync(redis);
        var heard = await HeardAsync(again, "go on");
        Assert.Equal(["before", "meanwhile", "still", "after", "go on"], Regex.Matches(heard, "before|meanwhile|still|after|go on").Select(match => match.Value));
    }

    [RealRedisFact]
    public async Task A_redis_whose_memory_is_full_costs_no_chat_and_is_named_in_the_log()
    {
        await using var redis = await RedisProcess.StartAsync(RedisKind.Server);
        await using var agent = await StartAsync(redis);
        await TalkAsync(agent, "before");
        await redis.CallAsync("CONFIG SET maxmemory 1");

        await TalkAsync(agent, "meanwhile");
        Assert.Contains("before", await HeardAsync(agent, "and now?"), StringComparison.Ordinal);
        Assert.Single(agent.Logs.Lines, line => line.Contains("Redis refused a command", StringComparison.Ordinal) && line.StartsWith("Warning", StringComparison.Ordinal));

        await redis.CallAsync("CONFIG SET maxmemory 0");
        await TalkAsync(agent, "after");
        await using var again = await StartAsync(redis);
        var heard = await HeardAsync(again, "go on");
        Assert.Equal(["before", "meanwhile", "and now?", "after", "go on"], Regex.Matches(heard, "before|meanwhile|and now\\?|after|go on").Select(match => match.Value));
    }

    [Fact]
    public async Task A_redis_that_was_never_there_costs_no_chat()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("ConnectionStrings:redis", "127.0.0.1:1,password=hidden-word"));

        await TalkAsync(agent, "hello");

        await agent.HealthAsync("redis", "degraded");
        Assert.DoesNotContain(agent.Logs.Lines, line => line.Contains("hidden-word", StringComparison.Ordinal));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_list_that_somebody_else_wrote_costs_no_chat(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var agent = await StartAsync(redis);
        await TalkAsync(agent, "one");
        var key = (await redis.KeysAsync()).Single(item => item.Contains(":thread:", StringComparison.Ordinal));

        await redis.CallAsync($"RPUSH {key} rubbish {{}}");
        Assert.Contains("one", await HeardAsync(agent, "two"), StringComparison.Ordinal);
        await redis.CallAsync($"DEL {key}", $"SET {key} rubbish");
        Assert.Contains("two", await HeardAsync(agent, "three"), StringComparison.Ordinal);
    }

    private static Task<AgentHost> StartAsync(RedisProcess redis, params (string Key, string Value)[] settings) =>
        AgentHost.StartAsync(settings: [("ConnectionStrings:redis", redis.Connection), ("Redis:RetryPause", "00:00:00"), ("Redis:Patience", "00:00:05"), .. settings]);

    private static async Task TalkAsync(AgentHost agent, string message, string? thread = null, string? token = null)
    {
        agent.Model.Then(Replies.Text("FINISH"), Replies.Text("ok"));
        var chat = await agent.ChatAsync(message, thread, token);
        Assert.Equal("done", chat.Last.GetProperty("type").GetString());
    }

    /// <summary>What the model was shown when it was asked for an answer to the message.</summary>
    private static async Task<string> HeardAsync(AgentHost agent, string message, string? thread = null, string? token = null)
    {
        await TalkAsync(agent, message, thread, token);
        return string.Join('\n', agent.Model.Messages(agent.Model.Requests.Count - 1).Skip(1));
    }
}
