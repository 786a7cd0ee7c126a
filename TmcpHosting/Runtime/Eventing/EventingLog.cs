using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Eventing;

internal static partial class EventingLog
{
    [LoggerMessage(3101, LogLevel.Error, "A handler of {Event}{About} failed, and nobody waits for it. Correct the handler.")]
    public static partial void HandlerFailed(ILogger logger, string @event, string about, Exception exception);
}
