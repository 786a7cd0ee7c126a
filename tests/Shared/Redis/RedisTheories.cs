using System.Reflection;
using Xunit.Sdk;

namespace Tmcp.Tests.Shared.Redis;

/// <summary>The kinds of Redis that this machine has, one row each.</summary>
internal sealed class RedisKindsAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        new[] { RedisKind.Server, RedisKind.Emulator }.Where(kind => RedisKind.WhyNot(kind) is null).Select(kind => new object[] { kind });
}

/// <summary>A theory over <see cref="RedisKindsAttribute"/>: skipped when this machine has neither.</summary>
internal sealed class AnyRedisTheoryAttribute : TheoryAttribute
{
    public AnyRedisTheoryAttribute()
    {
        if (RedisKind.WhyNot(RedisKind.Server) is { } server && RedisKind.WhyNot(RedisKind.Emulator) is { } emulator)
            Skip = $"{server}, or {emulator}";
    }
}

/// <summary>A test that needs the real server.</summary>
internal sealed class RealRedisFactAttribute : FactAttribute
{
    public RealRedisFactAttribute() => Skip = RedisKind.WhyNot(RedisKind.Server);
}

/// <summary>A theory that needs the real server.</summary>
internal sealed class RealRedisTheoryAttribute : TheoryAttribute
{
    public RealRedisTheoryAttribute() => Skip = RedisKind.WhyNot(RedisKind.Server);
}
