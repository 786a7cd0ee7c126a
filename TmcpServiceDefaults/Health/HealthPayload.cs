using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.ServiceDefaults.Health;

/// <summary>Body of <c>/health</c>. The agent's clients look for <c>status: "ok"</c>.</summary>
internal sealed record HealthPayload(string Status, IReadOnlyDictionary<string, HealthEntry> Checks)
{
    internal static HealthPayload From(HealthReport? report) => report is null
        ? new HealthPayload(NameOf(HealthStatus.Unhealthy), new Dictionary<string, HealthEntry>
        {
            ["checks"] = new(NameOf(HealthStatus.Unhealthy), "The first run of the health checks has not finished yet.", 0),
        })
        : new HealthPayload(NameOf(report.Status), report.Entries.ToDictionary(entry => entry.Key, entry => HealthEntry.From(entry.Value)));

    internal static string NameOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}

/// <summary>One dependency in <see cref="HealthPayload"/>.</summary>
internal sealed record HealthEntry(string Status, string? Description, double DurationMs)
{
    // The framework takes an escaped exception's text for the description, and that may carry a connection string.
    internal static HealthEntry From(HealthReportEntry entry) => new(
        HealthPayload.NameOf(entry.Status),
        entry.Exception is not null && (entry.Description is null || entry.Description == entry.Exception.Message)
            ? $"The check failed with {entry.Exception.GetType().Name}. See the service's log."
            : entry.Description,
        Math.Round(entry.Duration.TotalMilliseconds, 1));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthPayload))]
internal sealed partial class HealthJson : JsonSerializerContext;
