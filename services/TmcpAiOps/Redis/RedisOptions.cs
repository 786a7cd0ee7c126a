using System.ComponentModel.DataAnnotations;

namespace Tmcp.AiOps.Redis;

/// <summary>Where alerts are kept until they are told.</summary>
internal sealed class RedisOptions
{
    public const string Section = "AiOps:Redis";

    /// <summary>
    /// Connection string in StackExchange.Redis' form (<c>host:port,password=…</c>) or <c>redis://:password@host:port</c>.
    /// Environment: <c>ConnectionStrings__redis</c>, <c>REDIS_URI</c>, or <c>REDIS_HOST</c>, <c>REDIS_PORT</c>, <c>REDIS_PASSWORD</c>.
    /// </summary>
    [Required(ErrorMessage = "No Redis is configured. Set ConnectionStrings__redis, for example to localhost:6379.")]
    public string? Connection { get; set; }

    /// <summary>Begin of every key: tenant and area.</summary>
    [Required, RegularExpression("^[A-Za-z0-9._:-]{1,80}$")]
    public string KeyPrefix { get; set; } = "tmcp:aiops";

    /// <summary>Longest wait for one answer of Redis. 50 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);
}
