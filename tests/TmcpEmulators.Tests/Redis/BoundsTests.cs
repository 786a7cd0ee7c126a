using System.Globalization;
using System.Text.RegularExpressions;
using TmcpEmulators.Redis;

namespace TmcpEmulators.Tests.Redis;

public sealed class BoundsTests
{
    [Fact]
    public async Task Full_memory_refuses_writing_and_allows_reading_and_deleting()
    {
        await using var server = await RedisFixture.StartAsync(new RedisSettings { Port = 0, MaxMemory = 1_000_000 });
        using var client = await RespClient.ConnectAsync(server.Port);
        var reply = "OK";
        var count = 0;
        for (; reply == "OK" && count < 2000; count++)
            reply = await client.RunAsync("SET", $"key{count}", new string('x', 1000));

        Assert.Equal("!OOM command not allowed when used memory > 'maxmemory'.", reply);
        Assert.InRange(count, 500, 1000);
        Assert.StartsWith("\"x", await client.RunAsync("GET", "key1"), StringComparison.Ordinal);
        Assert.Equal("(1)", await client.RunAsync("DEL", "key1"));
        Assert.Equal("OK", await client.RunAsync("FLUSHALL"));
        Assert.Equal("OK", await client.RunAsync("SET", "a", "1"));
    }

    [Fact]
    public async Task Memory_is_given_back_whatever_was_done()
    {
        await using var server = await RedisFixture.StartAsync(new RedisSettings { Port = 0 });
        using var client = await RespClient.ConnectAsync(server.Port);
        var random = new Random(3);
        string[] shapes =
        [
            "SET k{0} {1}", "APPEND k{0} {1}", "DEL k{0}", "HSET h{0} f{1} {2}", "HDEL h{0} f{1}", "RPUSH l{0} {1} {2}", "LPOP l{0}", "LTRIM l{0} 1 3", "LREM l{0} 0 {1}",
            "SADD s{0} {1} {2}", "SREM s{0} {1}", "SPOP s{0}", "ZADD z{0} {1} m{2}", "ZREM z{0} m{2}", "ZPOPMIN z{0}", "ZREMRANGEBYRANK z{0} 0 1", "XADD x{0} MAXLEN 5 * f {1}",
            "XGROUP CREATE x{0} g{1} 0", "XREADGROUP GROUP g{1} c{2} STREAMS x{0} >", "XGROUP DESTROY x{0} g{1}", "XGROUP DELCONSUMER x{0} g{1} c{2}", "XACK x{0} g{1} 1-1",
            "RENAME h{0} h{1}", "COPY z{0} z{1} REPLACE", "SUNIONSTORE s{0} s{1} s{2}", "GETDEL k{0}", "SETRANGE k{0} {1} {2}", "LMOVE l{0} l{1} LEFT RIGHT", "SMOVE s{0} s{1} {2}",
        ];
        for (var i = 0; i < 5000; i++)
        {
            var command = string.Format(CultureInfo.InvariantCulture, shapes[random.Next(shapes.Length)], random.Next(4), random.Next(10), random.Next(10));
            await client.RunAsync(command.Split(' '));
        }

        Assert.NotEqual(0, await UsedAsync(client));
        foreach (var prefix in "khlszx")
        {
            for (var i = 0; i < 10; i++)
                await client.RunAsync("DEL", $"{prefix}{i}");
        }

        Assert.Equal("(0)", await client.RunAsync("DBSIZE"));
        Assert.Equal(0, await UsedAsync(client));
    }

    [Fact]
    public async Task Scan_returns_all_that_stays_while_others_come_and_go()
    {
        await using var server = await RedisFixture.StartAsync(new RedisSettings { Port = 0 });
        using var client = await RespClient.ConnectAsync(server.Port);
        for (var i = 0; i < 500; i++)
            await client.RunAsync("MSET", $"stays{i}", "x", $"goes{i}", "x");

        var seen = new HashSet<string>();
        var (cursor, turn) = ("0", 0);
        do
        {
            var reply = await client.RunAsync("SCAN", cursor, "COUNT", "7");
            cursor = Regex.Match(reply, "^\\[\"(\\d+)\"").Groups[1].Value;
            seen.UnionWith(Regex.Matches(reply, "stays\\d+").Select(match => match.Value));
            await client.RunAsync("DEL", $"goes{turn}");
            await client.RunAsync("SET", $"new{turn++}", "x");
        }
        while (cursor != "0");

        Assert.Equal(500, seen.Count);
    }

    [Fact]
    public async Task Connection_above_the_limit_is_told_so()
    {
        await using var server = await RedisFixture.StartAsync(new RedisSettings { Port = 0, MaxClients = 1 });
        using var first = await RespClient.ConnectAsync(server.Port);
        Assert.Equal("PONG", await first.RunAsync("PING"));

        using var second = await RespClient.ConnectAsync(server.Port);

        Assert.Equal("!ERR max number of clients reached", await second.ReadAsync());
        Assert.Equal("PONG", await first.RunAsync("PING"));
    }

    [Fact]
    public async Task Expired_keys_go_without_being_asked_for()
    {
        await using var server = await RedisFixture.StartAsync(new RedisSettings { Port = 0 });
        using var client = await RespClient.ConnectAsync(server.Port);
        for (var i = 0; i < 200; i++)
            await client.RunAsync("SET", $"k{i}", "x", "PX", "20");
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await client.RunAsync("DBSIZE") != "(0)")
            timeout.Token.ThrowIfCancellationRequested();

        Assert.Equal(0, await UsedAsync(client));
    }

    [Fact]
    public async Task Client_that_leaves_while_blocked_is_forgotten()
    {
        await using var server = await RedisFixture.StartAsync(new RedisSettings { Port = 0 });
        using var client = await RespClient.ConnectAsync(server.Port);
        using (var blocked = await RespClient.ConnectAsync(server.Port))
        {
            await blocked.SendAsync("BLPOP", "q", "0");
            await WaitForInfoAsync(client, "blocked_clients:1");
        }

        await WaitForInfoAsync(client, "blocked_clients:0");
        Assert.Equal("(1)", await client.RunAsync("RPUSH", "q", "kept"));
        Assert.Equal("(1)", await client.RunAsync("LLEN", "q"));
    }

    [Fact]
    public async Task Stop_does_not_wait_for_blocked_clients()
    {
        var server = await RedisFixture.StartAsync(new RedisSettings { Port = 0 });
        using var blocked = await RespClient.ConnectAsync(server.Port);
        using var watcher = await RespClient.ConnectAsync(server.Port);
        await blocked.SendAsync("BLPOP", "q", "0");
        await WaitForInfoAsync(watcher, "blocked_clients:1");

        var started = TimeProvider.System.GetTimestamp();
        await server.DisposeAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    private static async Task WaitForInfoAsync(RespClient client, string line)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await client.RunAsync("INFO", "clients")).Contains(line + "\\r\\n", StringComparison.Ordinal))
            timeout.Token.ThrowIfCancellationRequested();
    }

    private static async Task<long> UsedAsync(RespClient client) =>
        long.Parse(Regex.Match(await client.RunAsync("INFO", "memory"), "used_memory:(\\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
}
