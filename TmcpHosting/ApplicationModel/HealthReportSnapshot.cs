using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a health check said last.</summary>
/// <param name="Name">The check.</param>
/// <param name="Status">What it said; null before its first run.</param>
/// <param name="Description">Why.</param>
/// <param name="ExceptionText">The exception it threw, if any.</param>
public sealed record HealthReportSnapshot(string Name, HealthStatus? Status, string? Description, string? ExceptionText)
{
    /// <summary>When it ran last, in UTC; null before its first run.</summary>
    public DateTime? LastRunAt { get; init; }
}
