namespace TmcpEmulators.Tests.Redis;

/// <summary>Skipped where <c>redis-server</c> 7 is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisServerTheoryAttribute : TheoryAttribute
{
    public RedisServerTheoryAttribute() => Skip = RedisTools.Missing("redis-server");
}

/// <summary>Skipped where Redis' command-line tools are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisToolsFactAttribute : FactAttribute
{
    public RedisToolsFactAttribute() => Skip = RedisTools.Missing("redis-cli") ?? RedisTools.Missing("redis-benchmark");
}
