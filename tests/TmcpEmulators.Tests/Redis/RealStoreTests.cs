namespace TmcpEmulators.Tests.Redis;

/// <summary>The scripts against a real <c>redis-server</c>: they say what Redis does, not what the emulator does.</summary>
public sealed class RealStoreTests(RealRedisFixture redis) : IClassFixture<RealRedisFixture>
{
    public static TheoryData<string> Scripts => RedisScript.All;

    [RedisServerTheory]
    [MemberData(nameof(Scripts))]
    public async Task Redis_answers_as_written(string script)
    {
        await using var run = new RedisScript(redis.Port);
        await run.RunAsync(script);
    }
}
