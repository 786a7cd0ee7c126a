using System.ComponentModel.DataAnnotations;
using Tmcp.Agent.Settings;

namespace Tmcp.Agent.Tools;

/// <summary>Where the Researcher looks things up.</summary>
internal sealed class SearchOptions
{
    public const string Section = "Search";

    /// <summary>An endpoint with DuckDuckGo's instant-answer API, for example <c>https://api.duckduckgo.com/</c>. Absent: no search, the default.</summary>
    [HttpUrl("Search:Endpoint")]
    public Uri? Endpoint { get; set; }

    /// <summary>Results given to the model. 1 to 20.</summary>
    [Range(1, 20)]
    public int Results { get; set; } = 5;

    /// <summary>How long results are given again to whoever asks the same. 0 for never, to 7 days.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan CacheLifetime { get; set; } = TimeSpan.FromHours(1);
}
