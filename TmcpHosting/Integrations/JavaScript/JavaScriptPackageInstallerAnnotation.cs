using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>The resource that installs the application's packages.</summary>
/// <param name="installerResource">The resource.</param>
public sealed class JavaScriptPackageInstallerAnnotation(ExecutableResource installerResource) : IResourceAnnotation
{
    /// <summary>The resource.</summary>
    public ExecutableResource Resource { get; } = installerResource ?? throw new ArgumentNullException(nameof(installerResource));
}
