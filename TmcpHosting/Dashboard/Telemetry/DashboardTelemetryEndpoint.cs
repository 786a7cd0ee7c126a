using Aspire.Hosting.Dashboard.Process;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>The dashboard of this run. Its address is known before it listens: senders need not wait for it.</summary>
internal sealed class DashboardTelemetryEndpoint(DashboardSettingsSource settings) : IDashboardTelemetryEndpoint
{
    public Task<OtlpEndpoint?> GetAsync(CancellationToken cancellationToken) =>
        Task.FromResult(settings.Current is { } current
            ? new OtlpEndpoint(current.OtlpGrpc.Url, "grpc", current.OtlpApiKey) { HttpUrl = current.OtlpHttp.Url }
            : null);
}
