using System.ComponentModel.DataAnnotations;
using Tmcp.Agent.Settings;

namespace Tmcp.Agent.Callers;

/// <summary>How callers' tokens are checked.</summary>
internal sealed class CallerOptions
{
    public const string Section = "Callers";

    /// <summary>Address of PocketBase. Environment: <c>PB_URL</c>.</summary>
    [Required, HttpUrl("PB_URL")]
    public Uri PocketBaseUrl { get; set; } = new("http://localhost:8090");

    /// <summary>How many checked tokens are remembered, each until it expires. 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int CachedTokens { get; set; } = 10_000;

    /// <summary>Time for PocketBase to answer a check. 100 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
