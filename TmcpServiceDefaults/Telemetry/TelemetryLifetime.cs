using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Tmcp.ServiceDefaults.Telemetry;

/// <summary>Starts the providers before the server listens and flushes them after it has stopped.</summary>
internal sealed class TelemetryLifetime(IServiceProvider services) : IHostedLifecycleService
{
    // dcp kills 6 s after SIGTERM; the exporters must not take what the open requests need.
    private const int FlushMilliseconds = 500;

    // Kept, because two stops at once (a signal, and a test host that is disposed) may end the container before this service.
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _traces = services.GetRequiredService<TracerProvider>();
        _metrics = services.GetRequiredService<MeterProvider>();
        return Task.CompletedTask;
    }

    // Both at once: a collector that is gone costs the stop one limit, not two.
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _traces?.ForceFlush(FlushMilliseconds), CancellationToken.None),
        Task.Run(() => _metrics?.ForceFlush(FlushMilliseconds), CancellationToken.None));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
