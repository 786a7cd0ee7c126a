using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Runs the checks of a resource once.</summary>
internal sealed class HealthProbe(HealthCheckService checks, TimeProvider clock)
{
    /// <summary>How long the slowest check may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<HealthReportSnapshot>> RunAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(Limit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            var report = await checks.CheckHealthAsync(registration => keys.Contains(registration.Name), limit.Token)
                .WaitAsync(limit.Token).ConfigureAwait(false);
            var now = clock.GetUtcNow().UtcDateTime;
            return [.. keys.Select(key => (report.Entries.TryGetValue(key, out var entry)
                ? new HealthReportSnapshot(key, entry.Status, Description(entry), entry.Exception?.ToString())
                : new HealthReportSnapshot(key, HealthStatus.Unhealthy, $"No check '{key}' is registered.", null)) with { LastRunAt = now })];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return All(keys, $"No answer within {Limit.TotalSeconds:0} s.", null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException) // a check that cannot even be created
        {
            return All(keys, exception.Message, exception.ToString());
        }
    }

    private static string? Description(HealthReportEntry entry) => entry.Description ?? entry.Exception?.Message;

    private HealthReportSnapshot[] All(IReadOnlyList<string> keys, string description, string? exception)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. keys.Select(key => new HealthReportSnapshot(key, HealthStatus.Unhealthy, description, exception) { LastRunAt = now })];
    }
}
