using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Tmcp.ServiceDefaults.Limits;
using Tmcp.ServiceDefaults.Redis;
using Tmcp.ServiceDefaults.Tenancy;
using Tmcp.Tests.Shared;
using Tmcp.Tests.Shared.Redis;

namespace TmcpServiceDefaults.Tests.Limits;

public sealed class RateLimiterTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData(0, 60)]
    [InlineData(59_999, 0.001)]
    public async Task The_wait_ends_with_the_minute(int milliseconds, double seconds)
    {
        var (limiter, redis) = Create();
        await using var connection = redis;
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        Assert.Null(await limiter.TakeAsync("chat", "u", 1));

        var wait = await limiter.TakeAsync("chat", "u", 1);

        Assert.Equal(TimeSpan.FromSeconds(seconds), wait);
        _clock.Advance(wait!.Value);
        Assert.Null(await limiter.TakeAsync("chat", "u", 1));
    }

    [Fact]
    public async Task Kinds_and_users_are_counted_apart_and_zero_is_no_limit()
    {
        var (limiter, redis) = Create();
        await using var connection = redis;

        Assert.Null(await limiter.TakeAsync("chat", "u", 1));
        Assert.Null(await limiter.TakeAsync("tool", "u", 1));
        Assert.Null(await limiter.TakeAsync("chat", "v", 1));
        Assert.NotNull(await limiter.TakeAsync("chat", "u", 1));
        Assert.Null(await limiter.TakeAsync("chat", "u", 0));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Processes_that_share_a_redis_allow_together_what_one_may(string kind)
    {
        await using var server = await RedisProcess.StartAsync(kind);
        var processes = Enumerable.Range(0, 3).Select(_ => Create(server.Connection)).ToList();

        var waits = await Task.WhenAll(Enumerable.Range(0, 90).Select(i => processes[i % 3].Limiter.TakeAsync("chat", "u", 50).AsTask()));

        Assert.Equal(50, waits.Count(wait => wait is null));
        foreach (var (_, redis) in processes)
            await redis.DisposeAsync();
    }

    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(1, 1)]
    [InlineData(42.5, 43)]
    public void Retry_after_is_whole_seconds_and_never_zero(double wait, int seconds) =>
        Assert.Equal(seconds, RateLimiter.ToSeconds(TimeSpan.FromSeconds(wait)));

    private (RateLimiter Limiter, RedisConnection Redis) Create(string? connection = null)
    {
        var options = Options.Create(new RedisOptions { Connection = connection, Patience = TimeSpan.FromSeconds(10) });
        var redis = new RedisConnection(options, _clock, NullLogger<RedisConnection>.Instance);
        return (new RateLimiter(redis, new RedisKeys(new TenantAccessor(), options), _clock, _services.GetRequiredService<IMeterFactory>()), redis);
    }
}
