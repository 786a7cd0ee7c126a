namespace Tmcp.Agent;

/// <summary>Everything the agent logs. Ids 3001 to 3099; a number is never used again for something else.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Chat of user {UserId} ended: {Outcome}, {ModelCalls} model calls, {Tokens} tokens, {Seconds:0.0} s.")]
    public static partial void ChatEnded(ILogger logger, string userId, string outcome, int modelCalls, int tokens, double seconds);

    [LoggerMessage(3002, LogLevel.Warning, "Chat failed at {Step}: {Reason}")]
    public static partial void ChatFailed(ILogger logger, string step, string reason);

    [LoggerMessage(3003, LogLevel.Error, "Chat broke at {Step}.")]
    public static partial void ChatBroke(ILogger logger, Exception exception, string step);

    [LoggerMessage(3004, LogLevel.Debug, "Turn {Turn} goes to {Member}.")]
    public static partial void MemberChosen(ILogger logger, string member, int turn);

    [LoggerMessage(3011, LogLevel.Information, "Connected to the MCP bridge at {Url}, protocol {Protocol}, attempt {Attempt}.")]
    public static partial void BridgeConnected(ILogger logger, Uri url, string protocol, int attempt);

    [LoggerMessage(3012, LogLevel.Warning, "The MCP bridge at {Url} did not accept the connection, attempt {Attempt} of {Attempts}: {Error}.")]
    public static partial void BridgeConnectFailed(ILogger logger, Uri url, int attempt, int attempts, string error);

    [LoggerMessage(3013, LogLevel.Warning, "The MCP bridge at {Url} was lost during {Call}: {Error}.")]
    public static partial void BridgeLost(ILogger logger, Uri url, string call, string error);

    [LoggerMessage(3021, LogLevel.Warning, "Model {Model} failed before its first token, retry {Retry}: {Reason}")]
    public static partial void ModelRetried(ILogger logger, string model, int retry, string reason);

    [LoggerMessage(3031, LogLevel.Information, "{Action} of user {UserId} {Outcome}: {Tokens} tokens, {Seconds:0.0} s.")]
    public static partial void GenerationEnded(ILogger logger, string action, string userId, string outcome, int tokens, double seconds);

    [LoggerMessage(3032, LogLevel.Warning, "{Action} failed at {Step}: {Reason}")]
    public static partial void GenerationFailed(ILogger logger, string action, string step, string reason);

    [LoggerMessage(3033, LogLevel.Error, "{Action} broke at {Step}.")]
    public static partial void GenerationBroke(ILogger logger, Exception exception, string action, string step);

    [LoggerMessage(3034, LogLevel.Warning, "{Action} could not be entered into agent_logs: {Error}.")]
    public static partial void AgentLogFailed(ILogger logger, string action, string error);

    [LoggerMessage(3041, LogLevel.Information, "Job {JobId} ({Kind}) is taken up, start number {Starts}.")]
    public static partial void JobTaken(ILogger logger, string jobId, string kind, int starts);

    [LoggerMessage(3042, LogLevel.Information, "Job {JobId} is left to whoever takes it up: {Reason}.")]
    public static partial void JobLeft(ILogger logger, string jobId, Jobs.JobInterruption reason);

    [LoggerMessage(3043, LogLevel.Error, "Job {JobId} broke.")]
    public static partial void JobBroke(ILogger logger, Exception exception, string jobId);

    [LoggerMessage(3044, LogLevel.Error, "Jobs could not be looked after in this round.")]
    public static partial void JobKeepingFailed(ILogger logger, Exception exception);
}
