using StackExchange.Redis;
using TmcpEmulators.Tests.Clients;

namespace TmcpEmulators.Tests.Redis;

/// <summary>The clients that TMCP's services and its users have.</summary>
public sealed class RedisClientTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    [Fact]
    public async Task Ioredis_works()
    {
        var (exitCode, output) = await NodeScript.RunAsync("ioredis-journey.mjs", $"redis://127.0.0.1:{redis.Port}");

        Assert.True(exitCode == 0, output);
        Assert.Contains("journey complete", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StackExchange_Redis_works()
    {
        using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Port},name=tmcp-test,allowAdmin=true");
        var db = connection.GetDatabase(2);

        Assert.True(await db.StringSetAsync("a", "1", TimeSpan.FromMinutes(1)));
        Assert.Equal(2, await db.StringIncrementAsync("a"));
        Assert.NotNull(await db.KeyTimeToLiveAsync("a"));
        await db.HashSetAsync("h", [new HashEntry("f", "v")]);
        Assert.Equal("v", await db.HashGetAsync("h", "f"));
        await db.SortedSetAddAsync("z", "m", 2.5);
        Assert.Equal(2.5, await db.SortedSetScoreAsync("z", "m"));
        await db.ListRightPushAsync("l", ["x", "y"]);
        Assert.Equal(2, await db.ListLengthAsync("l"));
        Assert.Equal("OK", (string?)await db.ExecuteAsync("XGROUP", "CREATE", "s", "g", "0", "MKSTREAM"));
        await db.ExecuteAsync("XADD", "s", "*", "f", "v");
        Assert.Single((RedisResult[])(await db.ExecuteAsync("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">"))!);

        var transaction = db.CreateTransaction();
        transaction.AddCondition(Condition.KeyNotExists("t"));
        var set = transaction.StringSetAsync("t", "1");
        Assert.True(await transaction.ExecuteAsync());
        Assert.True(await set);

        var received = new TaskCompletionSource<string>();
        await connection.GetSubscriber().SubscribeAsync("news", (_, message) => received.TrySetResult(message!));
        await connection.GetSubscriber().PublishAsync("news", "hello");
        Assert.Equal("hello", await received.Task.WaitAsync(TimeSpan.FromMinutes(2)));

        var server = connection.GetServer(connection.GetEndPoints()[0]);
        Assert.Contains(server.Keys(2, "h*").ToList(), key => key == "h");
        Assert.Contains(await server.ClientListAsync(), client => client.Name == "tmcp-test");
        Assert.Equal(new Version(7, 0, 15), server.Version);
    }

    [RedisToolsFact]
    public async Task Redis_cli_works()
    {
        Assert.Equal("PONG", await RedisTools.RunAsync("redis-cli", "-p", $"{redis.Port}", "PING"));
        await RedisTools.RunAsync("redis-cli", "-p", $"{redis.Port}", "-n", "4", "SET", "cli", "here");
        Assert.Contains("cli", await RedisTools.RunAsync("redis-cli", "-p", $"{redis.Port}", "-n", "4", "--scan"), StringComparison.Ordinal);
        Assert.Contains("tmcp_emulator:yes", await RedisTools.RunAsync("redis-cli", "-p", $"{redis.Port}", "INFO", "server"), StringComparison.Ordinal);
    }

    [RedisToolsFact]
    public async Task Redis_benchmark_runs_to_its_end()
    {
        var output = await RedisTools.RunAsync("redis-benchmark", "-p", $"{redis.Port}", "-n", "2000", "-c", "20", "-P", "4", "--csv", "-t", "set,get,incr,lpush,rpush,lpop,rpop,sadd,hset,spop,zadd,zpopmin,mset");

        Assert.Contains("\"ZADD\"", output, StringComparison.Ordinal);
        Assert.Contains("\"MSET (10 keys)\"", output, StringComparison.Ordinal);
    }
}
