using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Says how a resource is doing, for an exception: state, exit code, health, last log lines.</summary>
internal sealed class ResourceFailure(ResourceLoggerService loggers)
{
    private const int Lines = 20;

    /// <summary>For example <c>'bridge' (bridge-abcd) is Finished with exit code 3</c>.</summary>
    public static string State(ResourceEvent resourceEvent)
    {
        var snapshot = resourceEvent.Snapshot;
        var text = new StringBuilder($"'{resourceEvent.Resource.Name}'");
        if (resourceEvent.ResourceId != resourceEvent.Resource.Name)
            text.Append($" ({resourceEvent.ResourceId})");
        text.Append($" is {snapshot.State?.Text ?? "in no state yet"}");
        if (snapshot.ExitCode is { } exitCode)
            text.Append($" with exit code {exitCode}");
        if (snapshot.HealthStatus is { } health)
            text.Append($" and {health}");
        foreach (var report in snapshot.HealthReports.Where(report => report.Description is not null && report.Status != Healthy))
            text.Append($"; check '{report.Name}': {report.Description}");
        var waitingFor = snapshot.Properties.FirstOrDefault(property => property.Name == WaitingFor.Property)?.Value;
        if (waitingFor is IEnumerable<string> names)
            text.Append($" and waits for {string.Join(", ", names.Select(name => $"'{name}'"))}");
        return text.ToString();
    }

    /// <summary>The last lines of the log, each on a line of its own; says so when there are none.</summary>
    public string LastLines(string nameOrId)
    {
        var lines = loggers.Tail(nameOrId, Lines);
        return lines.Count == 0
            ? $"The log of '{nameOrId}' is empty."
            : $"Last lines of its log:{string.Concat(lines.Select(line => $"{Environment.NewLine}  | {line}"))}";
    }

    private const Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus Healthy =
        Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy;
}
