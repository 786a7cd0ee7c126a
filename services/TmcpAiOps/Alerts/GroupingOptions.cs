using System.ComponentModel.DataAnnotations;

namespace Tmcp.AiOps.Alerts;

/// <summary>What counts as the same trouble, and for how long.</summary>
internal sealed class GroupingOptions
{
    public const string Section = "AiOps:Grouping";

    /// <summary>
    /// Quiet time after which the same trouble is news again, for reporters that never say when it is over (log lines, the classic form);
    /// each repeat begins it anew. 1 s to 1 d.
    /// Environment: <c>DEDUP_INTERVAL_SECONDS</c>.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RepeatWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Age at which such an incident is told anew although it never went quiet. 1 min to 7 d.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromHours(4);

    /// <summary>
    /// The same for reporters that say when it is over (Alertmanager, Grafana, Kibana): how long to wait for that. Longer than their
    /// repeat interval. 1 min to 30 d.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan OpenFor { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How soon after its end an alert must come back to reopen its incident instead of beginning a new one. 1 s to 1 d.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ReopenWithin { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Labels that, with the service, put alerts of different fingerprints into one incident. An alert without any of them is its own group.</summary>
    public IList<string> GroupBy { get; } = [];

    /// <summary>Labels that say nothing about the trouble (which of two Prometheus servers sent it).</summary>
    public IList<string> IgnoredLabels { get; } = [];

    /// <summary>Alerts of different fingerprints that one incident holds. 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MaxMembers { get; set; } = 500;

    /// <summary>Reopenings of one incident from which it counts as flapping. 2 to 100.</summary>
    [Range(2, 100)]
    public int FlapLimit { get; set; } = 3;

    /// <summary>How long a flapping incident must keep still before its state is told again. 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FlapQuiet { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the group of such a signal stays open without a further one.</summary>
    public TimeSpan WindowOf(Signal signal) => signal.Source is "logs" or "classic" ? RepeatWindow : OpenFor;
}
