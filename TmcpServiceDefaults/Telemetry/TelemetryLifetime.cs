using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Tmcp.ServiceDefaults.Telemetry;

/// <summary>Starts the providers before the server listens and flushes them after it has stopped.</summary>
internal sealed class TelemetryLifetime(IServiceProvider services) : IHostedLifecycleService
{
    // dcp kills 6 s after SIGTERM; the exporters must not take what the open requests need.
    private const int FlushMilliseconds = 1000;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<TracerProvider>();
        services.GetRequiredService<MeterProvider>();
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<TracerProvider>().ForceFlush(FlushMilliseconds);
        services.GetRequiredService<MeterProvider>().ForceFlush(FlushMilliseconds);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
