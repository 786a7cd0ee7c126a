using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>How packages are installed.</summary>
/// <param name="args">The arguments of the package manager.</param>
public sealed class JavaScriptInstallCommandAnnotation(string[] args) : IResourceAnnotation
{
    /// <summary>The arguments of the package manager.</summary>
    public string[] Args { get; } = args ?? throw new ArgumentNullException(nameof(args));
}
