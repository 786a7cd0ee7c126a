using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

internal static partial class NotificationLog
{
    [LoggerMessage(3201, LogLevel.Warning, "The state of command '{Command}' of resource '{Resource}' cannot be told, so it is disabled. Correct its UpdateState.")]
    public static partial void CommandStateFailed(ILogger logger, string command, string resource, Exception exception);

    [LoggerMessage(3202, LogLevel.Debug, "Resource '{Resource}' ({Id}) is {State}.")]
    public static partial void StateChanged(ILogger logger, string resource, string id, string? state);
}
