using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Execution.Logs;

/// <summary>Says on the AppHost's own log, in one line, that a resource ended badly, and what it said last.</summary>
internal sealed partial class CrashReports(ResourceLoggerService loggers, ILogger<CrashReports> logger)
{
    private const int Lines = 5;

    /// <summary>It ran and ended by itself with a failure.</summary>
    public void Crashed(IResource resource, string instance, InstanceEnd end)
    {
        Ended(logger, resource.Name, end.Describe(), Tail(instance));
        loggers.GetLogger(instance).LogError("The process ended {How}. The 'start' command starts it again.", end.Describe());
    }

    /// <summary>It never ran.</summary>
    public void FailedToStart(IResource resource, string instance, string? cause)
    {
        var reason = OneLine(cause) ?? "the orchestrator gave no reason";
        NotStarted(logger, resource.Name, reason);
        loggers.GetLogger(instance).LogError("The start failed: {Reason}", reason);
    }

    private string Tail(string instance)
    {
        var lines = loggers.Tail(instance, Lines);
        return lines.Count == 0 ? "It wrote nothing." : $"Its last lines: {string.Join(" | ", lines)}";
    }

    private static string? OneLine(string? text) =>
        text is null ? null : string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [LoggerMessage(3101, LogLevel.Error, "{Resource} ended {How}. {LastLines}")]
    private static partial void Ended(ILogger logger, string resource, string how, string lastLines);

    [LoggerMessage(3102, LogLevel.Error, "{Resource} could not be started: {Reason}")]
    private static partial void NotStarted(ILogger logger, string resource, string reason);
}
