using System.ComponentModel.DataAnnotations;

namespace Tmcp.AiOps.Redis;

/// <summary>Where in Redis alerts are kept until they are told; where Redis is, is in section <c>Redis</c>.</summary>
internal sealed class StoreOptions
{
    public const string Section = "AiOps:Redis";

    /// <summary>Begin of every key: tenant and area.</summary>
    [Required, RegularExpression("^[A-Za-z0-9._:-]{1,80}$")]
    public string KeyPrefix { get; set; } = "tmcp:aiops";
}
