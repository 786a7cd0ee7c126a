using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

internal static partial class HealthLog
{
    [LoggerMessage(3301, LogLevel.Debug, "Resource '{Resource}' ({Id}) is {Status}.")]
    public static partial void Changed(ILogger logger, string resource, string id, HealthStatus status);

    [LoggerMessage(3302, LogLevel.Error, "Health monitoring of resource '{Resource}' failed; it goes on in {Pause}.")]
    public static partial void MonitorFailed(ILogger logger, string resource, TimeSpan pause, Exception exception);
}
