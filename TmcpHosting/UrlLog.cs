using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>What is worth a line about URLs.</summary>
internal static partial class UrlLog
{
    [LoggerMessage(3101, LogLevel.Warning, "There is no endpoint '{Endpoint}' on resource '{Resource}' whose URL could be edited. Check the name in WithUrlForEndpoint.")]
    public static partial void EndpointMissing(ILogger logger, string endpoint, string resource);
}
