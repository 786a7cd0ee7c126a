namespace TmcpEmulators.Tests.Redis;

/// <summary>The scripts against the emulator. <see cref="RealStoreTests"/> runs the same ones against Redis.</summary>
public sealed class StoreTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    public static TheoryData<string> Scripts => RedisScript.All;

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Emulator_answers_as_written(string script)
    {
        await using var run = new RedisScript(redis.Port);
        await run.RunAsync(script);
    }
}
