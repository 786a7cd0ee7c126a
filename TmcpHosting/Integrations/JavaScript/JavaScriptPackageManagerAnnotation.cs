using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>The package manager of the application.</summary>
/// <param name="executableName">Its program.</param>
/// <param name="runScriptCommand">Its command that runs a script; null when the script's name alone does.</param>
/// <param name="cacheMount">Where it keeps packages while an image is built.</param>
public sealed class JavaScriptPackageManagerAnnotation(string executableName, string? runScriptCommand, string? cacheMount = null) : IResourceAnnotation
{
    /// <summary>Its program.</summary>
    public string ExecutableName { get; } = executableName ?? throw new ArgumentNullException(nameof(executableName));

    /// <summary>Its command that runs a script; null when the script's name alone does.</summary>
    public string? ScriptCommand { get; } = runScriptCommand;

    /// <summary>Where it keeps packages while an image is built.</summary>
    public string? CacheMount { get; } = cacheMount;

    /// <summary>What stands between its own arguments and those of the script; null for nothing. Default: <c>--</c>.</summary>
    public string? CommandSeparator { get; init; } = "--";
}
