using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>What is worth a line about external services.</summary>
internal static partial class ExternalServiceLog
{
    [LoggerMessage(3102, LogLevel.Error, "{Reason}")]
    public static partial void UrlUnusable(ILogger logger, string reason);
}
