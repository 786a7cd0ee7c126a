using System.ComponentModel.DataAnnotations;

namespace Tmcp.AiOps.Incidents;

/// <summary>How much of the past is kept.</summary>
internal sealed class IncidentOptions
{
    public const string Section = "AiOps:Incidents";

    /// <summary>Age at which an incident is forgotten, counted from its last change. 1 min to 365 d.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Incidents in the list; the oldest leave it first. 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int MaxListed { get; set; } = 10_000;

    /// <summary>Entries of one timeline. 10 to 10,000.</summary>
    [Range(10, 10_000)]
    public int MaxTimeline { get; set; } = 200;

    /// <summary>How long nobody else may work on an incident after its worker fell silent; renewed while it works. 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);
}
