using System.ComponentModel.DataAnnotations;

namespace Tmcp.ServiceDefaults.Redis;

/// <summary>The Redis that a service uses when there is one. Section <c>Redis</c>.</summary>
public sealed class RedisOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Redis";

    /// <summary>
    /// Connection string, see <see cref="RedisAddress"/>. Null, the default: what <see cref="RedisAddress.Find"/> says. When that is nothing
    /// too, the service works without Redis.
    /// </summary>
    public string? Connection { get; set; }

    /// <summary>First part of every key for requests that name no tenant, and of keys that belong to no tenant. Default <c>tmcp</c>.</summary>
    [Required, RegularExpression("^[A-Za-z0-9._-]{1,64}$")]
    public string Tenant { get; set; } = "tmcp";

    /// <summary>Longest wait for one answer, after which the service goes on without Redis. 50 ms to 10 s; default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:10")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After a failure Redis is not asked for this long, so that not every request waits. 0 to 1 min; default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromSeconds(1);
}
