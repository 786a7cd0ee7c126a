using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>When a resource is probed next.</summary>
internal static class ProbeSchedule
{
    /// <summary>While starting, at first: a wait ends at most this late.</summary>
    public static readonly TimeSpan Eager = TimeSpan.FromMilliseconds(50);

    /// <summary>While starting, later on: most of what is not there after 2 s takes a few seconds more.</summary>
    public static readonly TimeSpan Starting = TimeSpan.FromMilliseconds(100);

    /// <summary>While healthy.</summary>
    public static readonly TimeSpan Healthy = TimeSpan.FromSeconds(30);

    /// <summary>Longest pause while a resource that was healthy is not.</summary>
    public static readonly TimeSpan Slowest = TimeSpan.FromSeconds(5);

    private const int EagerProbes = 40;      // 2 s at 50 ms
    private const int StartingProbes = 1240; // and 2 min at 100 ms: after that it is broken rather than starting

    /// <summary>The pause after a probe.</summary>
    /// <param name="status">What the probe said.</param>
    /// <param name="wasHealthy">Whether the resource has been healthy since its start.</param>
    /// <param name="failures">Probes since the start, or since it was last healthy, that did not say healthy; this one included.</param>
    public static TimeSpan After(HealthStatus status, bool wasHealthy, int failures)
    {
        if (status == HealthStatus.Healthy)
            return Healthy;
        if (!wasHealthy && failures <= EagerProbes)
            return Eager;
        if (!wasHealthy && failures <= StartingProbes)
            return Starting;
        var steps = wasHealthy ? failures : failures - StartingProbes;
        return TimeSpan.FromSeconds(Math.Min(steps, Slowest.TotalSeconds));
    }
}
