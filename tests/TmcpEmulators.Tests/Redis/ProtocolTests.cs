using System.Text;
using TmcpEmulators.Redis;
using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Tests.Redis;

public sealed class ProtocolTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    [Theory]
    [InlineData("*1\r\n!4\r\n", "!ERR Protocol error: expected '$', got '!'")]
    [InlineData("*x\r\n", "!ERR Protocol error: invalid multibulk length")]
    [InlineData("*99999999\r\n", "!ERR Protocol error: invalid multibulk length")]
    [InlineData("*1\r\n$-5\r\n", "!ERR Protocol error: invalid bulk length")]
    [InlineData("*1\r\n$999999999999\r\n", "!ERR Protocol error: invalid bulk length")]
    [InlineData("SET \"a\r\n", "!ERR Protocol error: unbalanced quotes in request")]
    public async Task Broken_request_is_named_and_the_connection_closed(string bytes, string reply)
    {
        using var client = await RespClient.ConnectAsync(redis.Port);

        await client.SendRawAsync(Encoding.ASCII.GetBytes(bytes));

        Assert.Equal(reply, await client.ReadAsync());
        Assert.Equal("closed", await client.ReadAsync());
    }

    [Fact]
    public async Task Inline_commands_are_understood()
    {
        using var client = await RespClient.ConnectAsync(redis.Port);

        await client.SendRawAsync("SET inline \"two \\x41 words\"\r\n\r\nGET inline\n"u8.ToArray());

        Assert.Equal("OK", await client.ReadAsync());
        Assert.Equal("\"two A words\"", await client.ReadAsync());
    }

    [Fact]
    public async Task Request_may_come_byte_by_byte()
    {
        using var client = await RespClient.ConnectAsync(redis.Port);
        foreach (var b in "*3\r\n$3\r\nSET\r\n$4\r\nslow\r\n$2\r\n\r\n\r\n"u8.ToArray())
            await client.SendRawAsync([b]);

        Assert.Equal("OK", await client.ReadAsync());
        Assert.Equal("(2)", await client.RunAsync("STRLEN", "slow"));
    }

    [Fact]
    public async Task Pipeline_is_answered_in_order()
    {
        using var client = await RespClient.ConnectAsync(redis.Port);
        var request = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
            request.Append("*2\r\n$4\r\nINCR\r\n$8\r\npipeline\r\n");
        var sent = client.SendRawAsync(Encoding.ASCII.GetBytes(request.ToString()));

        for (var i = 1; i <= 20_000; i++)
            Assert.Equal($"({i})", await client.ReadAsync());
        await sent;
    }

    [Fact]
    public async Task Large_value_comes_back_whole()
    {
        using var client = await RespClient.ConnectAsync(redis.Port);
        var value = new string('v', 20_000_000);

        await client.RunAsync("SET", "large", value);

        Assert.Equal(value.Length + 2, (await client.RunAsync("GET", "large")).Length);
        await client.RunAsync("DEL", "large");
    }

    [Fact]
    public async Task Random_bytes_and_commands_do_no_harm()
    {
        var random = new Random(4);
        string[] words = ["SET", "GET", "XADD", "XREADGROUP", "ZADD", "EXEC", "MULTI", "LPOS", "SCAN", "*", "$", "-1", "1", "0", "a", "b", "STREAMS", "GROUP", ">", "(1", "[a", "+", "-", "MATCH", "COUNT", "EX", "nan", "inf", "9223372036854775807"];
        var names = CommandNames();
        for (var i = 0; i < 1500; i++)
        {
            using var client = await RespClient.ConnectAsync(redis.Port);
            if (i % 3 == 0)
            {
                var bytes = new byte[random.Next(1, 200)];
                random.NextBytes(bytes);
                await client.SendRawAsync(bytes);
                continue;
            }

            string[] command = [names[random.Next(names.Length)], .. Enumerable.Range(0, random.Next(7)).Select(_ => words[random.Next(words.Length)])];
            if (command[0] is "shutdown" || command[0].StartsWith('b'))
                continue;
            await client.SendAsync(command);
            Assert.NotEqual("closed", command[0] is "quit" or "client" ? "" : await client.ReadAsync());
        }

        using var last = await RespClient.ConnectAsync(redis.Port);
        Assert.Equal("PONG", await last.RunAsync("PING"));
    }

    [Fact]
    public async Task Password_is_demanded_and_never_shown()
    {
        const string Password = "correct horse";
        await using var server = await RedisFixture.StartAsync(new RedisSettings { Port = 0, Password = Password });
        using var client = await RespClient.ConnectAsync(server.Port);

        Assert.Equal("!NOAUTH Authentication required.", await client.RunAsync("GET", "a"));
        Assert.Equal("!WRONGPASS invalid username-password pair or user is disabled.", await client.RunAsync("AUTH", "wrong"));
        Assert.Equal("!WRONGPASS invalid username-password pair or user is disabled.", await client.RunAsync("AUTH", "somebody", Password));
        Assert.Equal("OK", await client.RunAsync("AUTH", "default", Password));
        Assert.Equal("nil", await client.RunAsync("GET", "a"));
        Assert.DoesNotContain(Password, await client.RunAsync("CONFIG", "GET", "*") + await client.RunAsync("INFO"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_may_not_send_much()
    {
        await using var server = await RedisFixture.StartAsync(new RedisSettings { Port = 0, Password = "secret" });
        using var client = await RespClient.ConnectAsync(server.Port);

        await client.SendRawAsync("*2\r\n$3\r\nGET\r\n$20000\r\n"u8.ToArray());

        Assert.Equal("!ERR Protocol error: unauthenticated bulk length", await client.ReadAsync());
    }

    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("h?llo", "hello", true)]
    [InlineData("h[ae]llo", "hallo", true)]
    [InlineData("h[^e]llo", "hello", false)]
    [InlineData("h[a-c]llo", "hbllo", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "x", false)]
    [InlineData("a*b*c", "aXbYbZc", true)]
    [InlineData("a*b*c", "aXbYbZ", false)]
    [InlineData("[", "[", false)]
    [InlineData("", "", true)]
    public void Pattern_fits(string pattern, string text, bool fits) => Assert.Equal(fits, Glob.Matches(pattern.Bytes(), text.Bytes()));

    private static string[] CommandNames() => [.. TmcpEmulators.Redis.Server.CommandTable.Create().All.Select(spec => spec.Name)];
}
