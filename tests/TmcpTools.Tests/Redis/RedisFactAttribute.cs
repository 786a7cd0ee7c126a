namespace Tmcp.Tools.Tests.Redis;

/// <summary>A test that needs Redis itself.</summary>
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute()
    {
        if (RedisServer.FindProgram() is null)
            Skip = "There is no redis-server on PATH; Debian has it as 'redis-server'.";
    }
}
