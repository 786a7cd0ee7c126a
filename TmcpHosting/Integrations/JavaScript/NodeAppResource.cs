using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>A script run by Node.js.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="command">The program that starts it.</param>
/// <param name="workingDirectory">The directory it starts in.</param>
public class NodeAppResource(string name, string command, string workingDirectory)
    : JavaScriptAppResource(name, command, workingDirectory), IResourceWithServiceDiscovery, IContainerFilesDestinationResource;
