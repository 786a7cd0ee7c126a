using Microsoft.Extensions.Options;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.ServiceDefaults.Redis;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Settings;

public sealed class SettingsTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    [RealRedisTheory]
    [InlineData("DISCORD_WEBHOOK_URL", "not an address with a s3cret")]
    [InlineData("ELASTICSEARCH_URL", "ftp://user:s3cret@host")]
    [InlineData("ConnectionStrings:redis", "redis:6379,connectTimeout=s3cret")]
    [InlineData("AIOPS_TOKEN", "s3cret")]
    [InlineData("DEDUP_INTERVAL_SECONDS", "s3cret")]
    public void A_wrong_setting_stops_the_start_without_repeating_its_value(string key, string value)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => fixture.StartHost((key, value)));

        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:6379", "localhost:6379", null)]
    [InlineData("localhost:6379,password=p@ss", "localhost:6379", "p@ss")]
    [InlineData("redis://:p%40ss@redis:6380", "redis:6380", "p@ss")]
    [InlineData("redis://redis", "redis:6379", null)]
    public void Both_spellings_of_a_redis_address_are_read(string text, string endpoint, string? password)
    {
        var options = RedisAddress.Parse(text);

        Assert.Contains(endpoint, options.EndPoints[0].ToString()!, StringComparison.Ordinal);
        Assert.Equal(password, options.Password);
    }

    [RealRedisFact]
    public async Task Host_port_and_password_are_read_too()
    {
        await using var host = AiOpsHost.Start(
            fixture.Redis, settings: [("ConnectionStrings:redis", ""), ("REDIS_HOST", "127.0.0.1"), ("REDIS_PORT", $"{fixture.Redis.Port}"), ("AiOps:Redis:KeyPrefix", "parts:aiops")]);

        Assert.Equal("accepted", await host.DecideAsync(Bodies.Classic("x", "y")));
    }

    [RealRedisFact]
    public async Task Health_is_ok_with_all_there_degraded_without_helpers_and_alive_always()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var elasticsearch = await FakeElasticsearch.StartAsync();
        await using var model = await FakeModel.StartAsync();
        await using var whole = fixture.StartHost(discord, elasticsearch, model);
        await using var alone = fixture.StartHost();

        await Until.TrueAsync(async () => (await whole.ReadAsync("/health")).StartsWith("""{"status":"ok""", StringComparison.Ordinal));
        await Until.TrueAsync(async () => (await alone.ReadAsync("/health")).StartsWith("""{"status":"degraded""", StringComparison.Ordinal));
        Assert.Equal("ok", (string)(await alone.GetAsync("/alive"))["status"]!);
    }
}
