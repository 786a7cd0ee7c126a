using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>Installs the packages of a JavaScript application, then ends.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="workingDirectory">The directory of the application's package.json.</param>
public class JavaScriptInstallerResource(string name, string workingDirectory) : ExecutableResource(name, "node", workingDirectory);
