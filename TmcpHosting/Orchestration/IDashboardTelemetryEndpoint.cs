namespace Aspire.Hosting.Orchestration;

/// <summary>Where resources send their telemetry.</summary>
internal interface IDashboardTelemetryEndpoint
{
    /// <summary>The address and its key; null when no dashboard runs, and nothing is to be sent.</summary>
    Task<OtlpEndpoint?> GetAsync(CancellationToken cancellationToken);
}
