namespace Tmcp.AppHost;

/// <summary>The Graph API that PocketBase publishes Facebook posts to.</summary>
internal static class FacebookExtensions
{
    private const string Variable = "FACEBOOK_GRAPH_URL";
    private const string EndpointName = "http";

    /// <summary>
    /// Adds a stand-in for Facebook with a page that shows each post; <c>FACEBOOK_GRAPH_URL</c> replaces it by the real one, for example by
    /// <c>https://graph.facebook.com/v24.0</c>. In the cluster it is always the real one, and this returns null.
    /// </summary>
    internal static IResourceBuilder<ProjectResource>? AddFacebook(this IDistributedApplicationBuilder builder, string name) =>
        builder.ExecutionContext.IsPublishMode || OutsideUrl(builder) is not null
            ? null
            : builder.AddProject<Projects.TmcpEmulators>(name)
                .WithArgs("facebook", "--data", Path.Combine(builder.GetTmcpOptions().DataFolder, name))
                .WithHttpEndpoint(name: EndpointName)
                .WithHttpHealthCheck("/health")
                .WithUrlForEndpoint(EndpointName, url => url.DisplayText = "Posts")
                .WithIconName("ShareScreenPerson")
                .WithAnnotation(new BackingAnnotation($"emulator: a page of posts ({Variable} is not set)"))
                .ExcludeFromManifest();

    /// <summary>Publishes to it; null is the real Facebook.</summary>
    internal static IResourceBuilder<T> WithFacebook<T>(this IResourceBuilder<T> builder, IResourceBuilder<ProjectResource>? facebook)
        where T : IResourceWithEnvironment
    {
        if (facebook is not null)
        {
            return builder
                .WithEnvironment(Variable, ReferenceExpression.Create($"{facebook.GetEndpoint(EndpointName)}/v24.0"))
                .WithRelationship(facebook.Resource, "Reference");
        }

        var isRun = builder.ApplicationBuilder.ExecutionContext.IsRunMode;
        return isRun && OutsideUrl(builder.ApplicationBuilder) is { } url ? builder.WithEnvironment(Variable, url) : builder;
    }

    private static string? OutsideUrl(IDistributedApplicationBuilder builder) =>
        builder.GetTmcpOptions().OutsideServices && builder.Configuration[Variable] is { Length: > 0 } url ? url : null;
}
