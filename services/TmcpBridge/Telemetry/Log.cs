using Microsoft.Extensions.Logging;

namespace Tmcp.Bridge.Telemetry;

/// <summary>Every log line of the bridge. Event ids 2001 to 2099, never used again. No token, session id or e-mail enters a line.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Debug, "SSE session opened; {Count} open.")]
    public static partial void SessionOpened(ILogger logger, int count);

    [LoggerMessage(2002, LogLevel.Debug, "SSE session closed ({Reason}) after {Messages} messages; {Count} open.")]
    public static partial void SessionClosed(ILogger logger, string reason, int messages, int count);

    [LoggerMessage(2003, LogLevel.Warning, "SSE session refused: {Limit} are open, the limit of Bridge:MaxSessions.")]
    public static partial void SessionRefused(ILogger logger, int limit);

    [LoggerMessage(2004, LogLevel.Warning, "Request to {Path} refused: {Header} names '{Value}', which is not allowed. See Bridge:AllowedHosts and Bridge:AllowedOrigins.")]
    public static partial void CallerRefused(ILogger logger, string path, string header, string value);

    [LoggerMessage(2005, LogLevel.Information, "Signed in to PocketBase as a member of {Collection}; the token is good until {Expires:u}.")]
    public static partial void SignedIn(ILogger logger, string collection, DateTimeOffset expires);

    [LoggerMessage(2006, LogLevel.Warning, "PocketBase refused the bridge's own account: {Reason}")]
    public static partial void SignInFailed(ILogger logger, string reason);

    [LoggerMessage(2007, LogLevel.Warning, "{Call} got no answer from PocketBase: {Reason}")]
    public static partial void PocketBaseUnreachable(ILogger logger, string call, string reason);

    [LoggerMessage(2008, LogLevel.Warning, "PocketBase no longer accepts the bridge's token although it has not expired; signing in again.")]
    public static partial void ServiceTokenRejected(ILogger logger);

    [LoggerMessage(2009, LogLevel.Error, "{Tool} failed.")]
    public static partial void ToolFailed(ILogger logger, Exception exception, string tool);
}
