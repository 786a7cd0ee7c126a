using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.ServiceDefaults.Redis;
using Tmcp.Tests.Shared.Redis;

namespace TmcpServiceDefaults.Tests.Redis;

/// <summary>A service that can do nothing without Redis.</summary>
public sealed class RequiredRedisTests
{
    [Fact]
    public void Without_an_address_the_service_does_not_start()
    {
        using var services = Services(null);

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<RedisOptions>>().Value);

        Assert.Contains("ConnectionStrings__redis", failure.Message, StringComparison.Ordinal);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_refusal_is_told_with_its_word_and_without_what_was_sent(string kind)
    {
        await using var server = await RedisProcess.StartAsync(kind);
        await using var services = Services(server.Connection);
        var redis = services.GetRequiredService<RedisConnection>();
        await redis.AskAsync(database => database.StringSetAsync("tmcp:test", "private words"));

        var failure = await Assert.ThrowsAsync<RedisUnavailableException>(() => redis.AskAsync(database => database.ListLengthAsync("tmcp:test")));

        Assert.Contains("WRONGTYPE", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("private words", failure.Message, StringComparison.Ordinal);
        Assert.IsType<RedisServerException>(failure.InnerException);
        Assert.Equal(3, services.GetRequiredService<IOptions<RedisOptions>>().Value.Patience.TotalSeconds);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Away_it_is_unhealthy_and_asking_says_so_and_back_both_are_well(string kind)
    {
        await using var server = await RedisProcess.StartAsync(kind);
        await using var services = Services(server.Connection);
        var redis = services.GetRequiredService<RedisConnection>();
        var health = services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);

        await server.CrashAsync();
        await Assert.ThrowsAsync<RedisUnavailableException>(() => redis.AskAsync(database => database.PingAsync()));
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync()).Status);

        await server.StartAgainAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await health.CheckHealthAsync(limit.Token)).Status != HealthStatus.Healthy)
            await tick.WaitForNextTickAsync(limit.Token);
        await redis.AskAsync(database => database.PingAsync());
    }

    private static ServiceProvider Services(string? connection)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration["ConnectionStrings:redis"] = connection;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLogging();
        builder.Services.AddRequiredRedis(TimeSpan.FromSeconds(3));
        return builder.Services.BuildServiceProvider();
    }
}
