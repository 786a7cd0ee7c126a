namespace Tmcp.AiOps;

/// <summary>
/// Everything this service logs. Ids 5001 to 5099; a number is never used again for something else. No text of an alert or log line is
/// ever logged: the log shipper would bring it back.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Warning, "Redis is away; work waits for it. {Reason}")]
    public static partial void StoreAway(ILogger logger, string reason);

    [LoggerMessage(5002, LogLevel.Information, "Redis is back; work goes on.")]
    public static partial void StoreBack(ILogger logger);

    [LoggerMessage(5003, LogLevel.Error, "Reading the stream broke; it goes on.")]
    public static partial void ReaderBroke(ILogger logger, Exception exception);

    [LoggerMessage(5011, LogLevel.Warning, "Entry {Entry} of incident {Incident} will be tried again, attempt {Attempt}, in {Seconds:0.0} s: {Reason}")]
    public static partial void EntryRetried(ILogger logger, string entry, string incident, int attempt, double seconds, string reason);

    [LoggerMessage(5012, LogLevel.Error, "Entry {Entry} of incident {Incident} broke, attempt {Attempt}.")]
    public static partial void EntryBroke(ILogger logger, Exception exception, string entry, string incident, int attempt);

    [LoggerMessage(5013, LogLevel.Error, "Entry {Entry} of incident {Incident} was given up and is a dead letter now: {Reason}")]
    public static partial void EntryDied(ILogger logger, string entry, string incident, string reason);

    [LoggerMessage(5014, LogLevel.Warning, "Entry {Entry} cannot be read: {Reason}")]
    public static partial void EntryUnreadable(ILogger logger, string entry, string reason);

    [LoggerMessage(5021, LogLevel.Information, "Incident {Incident} of {Service} was told: {Told}.")]
    public static partial void IncidentTold(ILogger logger, string incident, string service, string told);

    [LoggerMessage(5031, LogLevel.Information, "Notifications are paused.")]
    public static partial void Paused(ILogger logger);

    [LoggerMessage(5032, LogLevel.Information, "Notifications go on.")]
    public static partial void Resumed(ILogger logger);

    [LoggerMessage(5041, LogLevel.Warning, "Incident {Incident}: analysed by rules, not by the model. {Reason}")]
    public static partial void AnalysedByRules(ILogger logger, string incident, string reason);

    [LoggerMessage(5042, LogLevel.Warning, "Incident {Incident}: no log lines for it. {Reason}")]
    public static partial void ContextMissing(ILogger logger, string incident, string reason);
}
