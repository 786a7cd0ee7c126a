using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Publishing;

/// <summary>A resource of a kind that the manifest has no type for.</summary>
internal sealed class PlainServer(string name) : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints;
