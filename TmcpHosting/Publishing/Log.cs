using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Publishing;

/// <summary>What publishing tells.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "Manifest written to {Path}.")]
    public static partial void Written(ILogger logger, string path);

    [LoggerMessage(4002, LogLevel.Warning,
        "Resource '{Resource}' is left out of the manifest: nothing is known about writing a '{Type}'. Call WithManifestPublishingCallback, or ExcludeFromManifest to say that this is meant.")]
    public static partial void ResourceLeftOut(ILogger logger, string resource, string type);

    [LoggerMessage(4003, LogLevel.Warning,
        "The manifest refers to '{Resource}', which is left out of it. Whoever deploys it cannot resolve that: publish the resource, or drop the reference in publish mode.")]
    public static partial void ReferenceDangles(ILogger logger, string resource);

    [LoggerMessage(4004, LogLevel.Warning,
        "Build argument '{Argument}' of '{Resource}' has no value and is left out of the manifest: the build uses the Dockerfile's default. Give it a value or a parameter.")]
    public static partial void ArgumentLeftOut(ILogger logger, string argument, string resource);
}
