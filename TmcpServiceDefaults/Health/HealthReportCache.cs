using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;

namespace Tmcp.ServiceDefaults.Health;

/// <summary>
/// Runs the checks at most once per <see cref="Freshness"/> (<see cref="FreshnessOfTrouble"/> while something is wrong) and never lets a probe wait longer than <see cref="Patience"/>
/// once a first report exists: a slow dependency then shows by the age of its report, not by a probe that times out.
/// </summary>
internal sealed class HealthReportCache(HealthCheckService checks, HealthChanges changes, TimeProvider clock)
{
    /// <summary>How long a report is served again: half of the fastest probe period in use (2 s).</summary>
    internal static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    /// <summary>How long a report that is not all well is served again: a dependency that comes up must not be reported missing for a second.</summary>
    internal static readonly TimeSpan FreshnessOfTrouble = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a probe waits for a fresh report; with the rest of the request it stays under 100 ms.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(70);

    /// <summary>How long one run of all checks may take before it counts as failed.</summary>
    internal static readonly TimeSpan RunLimit = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Task<HealthReport>? _running;
    private HealthReport? _last;
    private long _lastAt;

    /// <summary>The current report, or null when the very first run has not finished within <see cref="Patience"/>.</summary>
    internal async Task<HealthReport?> GetAsync(CancellationToken cancellationToken)
    {
        Task<HealthReport> run;
        HealthReport? known;
        lock (_lock)
        {
            if (_last is not null && clock.GetElapsedTime(_lastAt) < (_last.Status == HealthStatus.Healthy ? Freshness : FreshnessOfTrouble))
                return _last;
            known = _last;
            run = _running ??= RunAsync();
        }

        try
        {
            return await run.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return known;
        }
    }

    private async Task<HealthReport> RunAsync()
    {
        // Off the caller's thread: a check that computes before its first await must not hold the lock.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        // A probe every few seconds would fill the trace list with calls that nobody made.
        using var quiet = SuppressInstrumentationScope.Begin();
        HealthReport? report = null;
        try
        {
            using var limit = new CancellationTokenSource(RunLimit, clock);
            report = await checks.CheckHealthAsync(limit.Token);
            return report;
        }
        catch (OperationCanceledException)
        {
            report = TimedOut();
            return report;
        }
        finally
        {
            if (report is not null)
                changes.Report(report);
            lock (_lock)
            {
                _last = report ?? _last;
                _lastAt = clock.GetTimestamp();
                _running = null;
            }
        }
    }

    private static HealthReport TimedOut()
    {
        var entry = new HealthReportEntry(
            HealthStatus.Unhealthy,
            $"The health checks did not finish within {RunLimit.TotalSeconds:0} s. Look for a check without a time limit of its own.",
            RunLimit,
            exception: null,
            data: null);
        return new HealthReport(new Dictionary<string, HealthReportEntry> { ["checks"] = entry }, RunLimit);
    }
}
