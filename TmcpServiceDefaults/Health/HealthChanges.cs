using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Tmcp.ServiceDefaults.Health;

/// <summary>Logs when a check changes its status. The framework's own log repeats a failure with every probe, as an error.</summary>
internal sealed partial class HealthChanges(ILogger<HealthChanges> logger)
{
    private readonly ConcurrentDictionary<string, HealthStatus> _known = new(StringComparer.Ordinal);

    /// <summary>Compares a report with the one before; before the first one all is taken for healthy.</summary>
    internal void Report(HealthReport report)
    {
        foreach (var (name, entry) in report.Entries)
        {
            var before = _known.GetValueOrDefault(name, HealthStatus.Healthy);
            _known[name] = entry.Status;
            if (before == entry.Status)
                continue;
            if (entry.Status == HealthStatus.Healthy)
                Recovered(logger, name);
            else
                Failed(logger, name, HealthPayload.NameOf(entry.Status), entry.Description ?? "The check gave no reason.", entry.Exception);
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "Health check '{Check}' is {Status}: {Reason}")]
    private static partial void Failed(ILogger logger, string check, string status, string reason, Exception? exception);

    [LoggerMessage(1002, LogLevel.Information, "Health check '{Check}' is ok again.")]
    private static partial void Recovered(ILogger logger, string check);
}
