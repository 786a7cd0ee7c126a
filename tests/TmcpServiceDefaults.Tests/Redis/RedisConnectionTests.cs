using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.ServiceDefaults.Redis;
using Tmcp.Tests.Shared.Redis;

namespace TmcpServiceDefaults.Tests.Redis;

public sealed class RedisConnectionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Without_an_address_nothing_is_asked()
    {
        await using var redis = Connect(null);

        var reply = await redis.TryAsync<int>("test", _ => throw new InvalidOperationException("asked"));

        Assert.False(redis.IsConfigured);
        Assert.False(reply.Answered);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_refusal_is_no_absence_and_names_no_argument(string kind)
    {
        await using var server = await RedisProcess.StartAsync(kind);
        var logs = new RecordedLogs();
        await using var redis = Connect(server.Connection, logger: new LoggerFactory([logs]).CreateLogger<RedisConnection>());
        await redis.TryAsync("test", database => database.StringSetAsync("tmcp:test", "private words"));

        Assert.False((await redis.TryAsync("test", database => database.ListLengthAsync("tmcp:test"))).Answered);
        Assert.False((await redis.TryAsync("test", database => database.ExecuteAsync("NOSUCH", "private words"))).Answered);

        Assert.Equal("private words", (await redis.TryAsync("test", database => database.StringGetAsync("tmcp:test"))).Value);
        var line = Assert.Single(logs.Entries, item => item.Message.Contains("refused", StringComparison.Ordinal)).Message;
        Assert.DoesNotContain("private words", line, StringComparison.Ordinal);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task It_says_once_that_redis_went_and_once_that_it_is_back(string kind)
    {
        await using var server = await RedisProcess.StartAsync(kind);
        var logs = new RecordedLogs();
        await using var redis = Connect(server.Connection, logger: new LoggerFactory([logs]).CreateLogger<RedisConnection>());
        Assert.Null(await redis.PingAsync());

        for (var round = 0; round < 2; round++)
        {
            await server.CrashAsync();
            for (var i = 0; i < 5; i++)
                Assert.False((await redis.TryAsync("test", database => database.StringGetAsync("tmcp:test"))).Answered);
            await server.StartAgainAsync();
            await UntilAsync(async () => (await redis.TryAsync("test", database => database.StringGetAsync("tmcp:test"))).Answered);
        }

        Assert.Equal(2, logs.Entries.Count(line => line.Message.Contains("cannot be reached", StringComparison.Ordinal)));
        Assert.Equal(2, logs.Entries.Count(line => line.Message.Contains("answers again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_says_nothing_costs_one_wait_and_then_none()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var redis = Connect($"127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}", patience: TimeSpan.FromMilliseconds(200), pause: TimeSpan.FromMinutes(1));

        var started = Stopwatch.StartNew();
        for (var i = 0; i < 1000; i++)
            Assert.False((await redis.TryAsync("test", database => database.StringGetAsync("tmcp:test"))).Answered);

        Assert.InRange(started.Elapsed, TimeSpan.Zero, Limit); // 1,000 waits would take 200 s
        Assert.Contains("did not answer within 200 ms", await redis.PingAsync(), StringComparison.Ordinal);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task An_operation_is_a_span_without_key_or_value(string kind)
    {
        await using var server = await RedisProcess.StartAsync(kind);
        await using var redis = Connect(server.Connection);
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Tmcp.Redis",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await redis.TryAsync("span test", database => database.StringSetAsync("tmcp:secret-key", "secret value"));

        var span = Assert.Single(spans.ToList(), item => item.DisplayName == "redis span test");
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal("redis", Assert.Single(span.TagObjects).Value);
    }

    private static RedisConnection Connect(string? connection, TimeSpan? patience = null, TimeSpan? pause = null, ILogger<RedisConnection>? logger = null) => new(
        Options.Create(new RedisOptions { Connection = connection, Patience = patience ?? TimeSpan.FromSeconds(5), RetryPause = pause ?? TimeSpan.Zero }),
        TimeProvider.System,
        logger ?? NullLogger<RedisConnection>.Instance);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
            await tick.WaitForNextTickAsync(limit.Token);
    }
}
