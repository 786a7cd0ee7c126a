using System.Text;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;
using TmcpEmulators.Redis;
using TmcpEmulators.Redis.Persistence;

namespace TmcpEmulators.Tests.Redis;

public sealed class PersistenceTests : IDisposable
{
    private readonly string _folder = OwnedFolder.Create("tmcp-redis-");

    private string LogFile => Path.Combine(_folder, AppendFile.Name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everything_is_there_after_a_restart(bool rewritten)
    {
        var before = await WithServerAsync(async client =>
        {
            await FillAsync(client);
            if (rewritten)
                await RewriteAsync(client);
            return await DumpAsync(client);
        });

        Assert.Equal(before, await WithServerAsync(DumpAsync));
    }

    [Fact]
    public async Task Pending_entries_keep_their_owner_and_count()
    {
        var before = await WithServerAsync(async client =>
        {
            await client.RunAsync("XADD", "s", "1-0", "a", "1");
            await client.RunAsync("XADD", "s", "2-0", "b", "2");
            await client.RunAsync("XADD", "s", "3-0", "c", "3");
            await client.RunAsync("XGROUP", "CREATE", "s", "g", "0");
            await client.RunAsync("XREADGROUP", "GROUP", "g", "alice", "COUNT", "2", "STREAMS", "s", ">");
            await client.RunAsync("XCLAIM", "s", "g", "bob", "0", "2-0");
            await client.RunAsync("XACK", "s", "g", "1-0");
            await client.RunAsync("XDEL", "s", "1-0");
            return await client.RunAsync("XPENDING", "s", "g") + await client.RunAsync("XINFO", "GROUPS", "s");
        });

        var after = await WithServerAsync(async client => await client.RunAsync("XPENDING", "s", "g") + await client.RunAsync("XINFO", "GROUPS", "s"));
        var again = await WithServerAsync(async client => await client.RunAsync("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", ">"));

        Assert.Equal(before, after);
        Assert.Equal("""[["s", [["3-0", ["c", "3"]]]]]""", again);
    }

    [Fact]
    public async Task Cut_tail_is_dropped_and_writing_goes_on()
    {
        await WithServerAsync(client => client.RunAsync("SET", "a", "1"));
        var whole = new FileInfo(LogFile).Length;
        await File.AppendAllTextAsync(LogFile, "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$5\r\nbro");

        Assert.Equal("\"1\"", await WithServerAsync(client => client.RunAsync("GET", "a")));
        Assert.Equal(whole, new FileInfo(LogFile).Length);
        await WithServerAsync(client => client.RunAsync("SET", "a", "2"));
        Assert.Equal("\"2\"", await WithServerAsync(client => client.RunAsync("GET", "a")));
    }

    [Fact]
    public async Task Every_cut_gives_a_prefix_of_what_was_written()
    {
        await WithServerAsync(async client =>
        {
            for (var i = 1; i <= 5; i++)
                await client.RunAsync("RPUSH", "l", $"{i}");
            return "";
        });
        var bytes = await File.ReadAllBytesAsync(LogFile);
        var longest = "[";
        for (var length = 0; length <= bytes.Length; length += 7)
        {
            await File.WriteAllBytesAsync(LogFile, bytes[..length]);

            var items = await WithServerAsync(client => client.RunAsync("LRANGE", "l", "0", "-1"));

            Assert.StartsWith(longest.TrimEnd(']'), items, StringComparison.Ordinal);
            longest = items;
        }
    }

    [Fact]
    public async Task Zeros_of_a_power_cut_are_dropped()
    {
        await WithServerAsync(client => client.RunAsync("SET", "a", "1"));
        await File.AppendAllTextAsync(LogFile, new string('\0', 4096));

        Assert.Equal("\"1\"", await WithServerAsync(client => client.RunAsync("GET", "a")));
    }

    [Fact]
    public async Task Half_a_transaction_is_not_replayed()
    {
        await WithServerAsync(async client =>
        {
            await client.RunAsync("MULTI");
            await client.RunAsync("SET", "a", "1");
            await client.RunAsync("SET", "b", "1");
            return await client.RunAsync("EXEC");
        });
        var text = await File.ReadAllTextAsync(LogFile);
        Assert.EndsWith("*1\r\n$4\r\nEXEC\r\n", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(LogFile, text[..^5]);

        Assert.Equal("(0)", await WithServerAsync(client => client.RunAsync("EXISTS", "a", "b")));
    }

    [Fact]
    public async Task Damage_in_the_middle_ends_the_start_and_says_where()
    {
        await File.WriteAllTextAsync(LogFile, "*1\r\n$4\r\nPING\r\n*1\r\n!oops\r\n*1\r\n$4\r\nPING\r\n");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => RedisFixture.StartAsync(Settings()));

        Assert.Contains("at byte 14", exception.Message, StringComparison.Ordinal);
        Assert.Contains("move it away", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_server_on_the_same_folder_is_refused()
    {
        await using var first = await RedisFixture.StartAsync(Settings());

        await Assert.ThrowsAnyAsync<IOException>(() => RedisFixture.StartAsync(Settings()));
    }

    [Fact]
    public async Task Expired_keys_do_not_come_back()
    {
        await WithServerAsync(async client =>
        {
            await client.RunAsync("SET", "short", "x", "PX", "30");
            await client.RunAsync("SET", "long", "x", "EX", "1000");
            while (await client.RunAsync("EXISTS", "short") != "(0)")
                Assert.Equal("PONG", await client.RunAsync("PING"));
            return "";
        });

        Assert.Equal("(1)", await WithServerAsync(client => client.RunAsync("EXISTS", "short", "long")));
    }

    [Fact]
    public async Task Confirmed_data_is_in_the_file_before_the_reply()
    {
        await using var server = await RedisFixture.StartAsync(Settings() with { Fsync = FsyncPolicy.Always });
        using var client = await RespClient.ConnectAsync(server.Port);
        for (var i = 0; i < 50; i++)
        {
            await client.RunAsync("SET", $"key{i}", "v");

            Assert.Contains($"key{i}\r\n", await ReadSharedAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Large_file_is_rewritten_by_itself()
    {
        await using var server = await RedisHost.StartAsync(Settings() with { RewriteMinBytes = 200_000 }, log => log.SetMinimumLevel(LogLevel.None));
        using var client = await RespClient.ConnectAsync(server.Port);
        var value = new string('x', 1000);
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 400; i++)
            await client.RunAsync("SET", "same", value);
        while (new FileInfo(LogFile).Length > 100_000)
            Assert.Equal("PONG", await client.RunAsync("PING").WaitAsync(timeout.Token));

        Assert.Equal($"\"{value}\"", await client.RunAsync("GET", "same"));
    }

    private RedisSettings Settings() => new() { Port = 0, DataFolder = _folder };

    private async Task<string> WithServerAsync(Func<RespClient, Task<string>> use)
    {
        await using var server = await RedisFixture.StartAsync(Settings());
        using var client = await RespClient.ConnectAsync(server.Port);
        return await use(client);
    }

    private async Task RewriteAsync(RespClient client)
    {
        var before = new FileInfo(LogFile).Length;
        await client.RunAsync("BGREWRITEAOF");
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (new FileInfo(LogFile).Length == before)
            Assert.Equal("PONG", await client.RunAsync("PING").WaitAsync(timeout.Token));
    }

    private async Task<string> ReadSharedAsync()
    {
        await using var stream = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static async Task FillAsync(RespClient client)
    {
        string[] commands =
        [
            "SET str value", "SET gone x", "DEL gone", "APPEND str more", "INCRBYFLOAT f 1.5", "HSET h a 1 b 2", "HINCRBY h a 4", "RPUSH l 1 2 3 4", "LPOP l",
            "LMOVE l m LEFT RIGHT", "SADD s a b c", "SPOP s", "ZADD z 1.25 a 2 b -inf c", "ZPOPMAX z", "SET e x EX 1000", "EXPIRE h 5000", "GETEX e PERSIST",
            "XADD x 1-0 a b", "XADD x 2-0 a b", "XADD x MAXLEN 1 3-0 a b", "XGROUP CREATE x g $", "XGROUP CREATE empty g 0 MKSTREAM", "SELECT 3", "SET third 3", "SELECT 0",
            "RENAME str renamed", "COPY renamed copied", "MOVE copied 5", "SETRANGE renamed 0 V", "ZUNIONSTORE u 1 z WEIGHTS 3", "SINTERSTORE i s s",
        ];
        foreach (var command in commands)
            Assert.DoesNotContain("!", await client.RunAsync(command.Split(' ')), StringComparison.Ordinal);
    }

    private static async Task<string> DumpAsync(RespClient client)
    {
        var dump = new StringBuilder();
        foreach (var database in (string[])["3", "5", "0"])
        {
            await client.RunAsync("SELECT", database);
            var keys = (await client.RunAsync("KEYS", "*")).Trim('[', ']').Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(key => key.Trim('"')).Order(StringComparer.Ordinal);
            foreach (var key in keys)
            {
                dump.Append(database).Append(' ').Append(key).Append(' ').Append(await client.RunAsync("PEXPIRETIME", key));
                foreach (var read in (string[][])[["GET", key], ["HGETALL", key], ["LRANGE", key, "0", "-1"], ["SMEMBERS", key], ["ZRANGE", key, "0", "-1", "WITHSCORES"], ["XRANGE", key, "-", "+"], ["XINFO", "STREAM", key]])
                {
                    var value = await client.RunAsync(read);
                    if (!value.StartsWith('!'))
                        dump.Append(' ').Append(value);
                }

                dump.AppendLine();
            }
        }

        return dump.ToString();
    }
}
