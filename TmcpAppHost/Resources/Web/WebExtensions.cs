using Aspire.Hosting.JavaScript;
using Tmcp.AppHost.PocketBase;
using Tmcp.AppHost.Web;

namespace Tmcp.AppHost;

/// <summary>The front ends: development servers in a local run, images in the cluster.</summary>
internal static class WebExtensions
{
    private const string EndpointName = "http";

    /// <summary>
    /// Adds the hub at <c>/hub</c>. Vite serves its files as they are on disk, and what is edited shows at once; it answers below its base only,
    /// so the local gateway keeps the prefix, which the cluster strips for nginx.
    /// </summary>
    internal static IResourceBuilder<ViteAppResource> AddHub(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddFrontEnd(name, localPort: 5173, imagePort: 8080)
            .WithRoute("/hub", stripPrefix: builder.ExecutionContext.IsPublishMode)
            .WithHttpHealthCheck("/hub/")
            .WithUrlForEndpoint(EndpointName, url => (url.Url, url.DisplayText) = ("/hub/", "Hub"))
            .WithIconName("PeopleTeam");

    /// <summary>
    /// Adds the blog at <c>/</c>, which reads PocketBase as a visitor does. Locally it is Astro's development server: it starts as fast as the
    /// built one would without the build of 12 s before it, and shows edits at once. Pages, feeds and copies are the same code in both.
    /// </summary>
    internal static IResourceBuilder<ViteAppResource> AddBlog(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<IPocketBaseResource> pocketbase) =>
        builder.AddFrontEnd(name, localPort: 4321, imagePort: 4321)
            .WithRoute("/", stripPrefix: false)
            .WithHttpHealthCheck("/health")
            .WithEnvironment("PUBLIC_PB_URL", pocketbase.GetEndpoint(IPocketBaseResource.EndpointName))
            .WithDevelopmentEnvironment("ASTRO_TELEMETRY_DISABLED", "1")
            .WithUrlForEndpoint(EndpointName, url => url.DisplayText = "Blog")
            .WithIconName("News");

    // In a folder and a package of its name, and in an image built from there.
    private static IResourceBuilder<ViteAppResource> AddFrontEnd(this IDistributedApplicationBuilder builder, string name, int localPort, int imagePort)
    {
        var isPublished = builder.ExecutionContext.IsPublishMode;
        var app = builder.AddViteApp(name, $"../web/{name}")
            .WithEndpoint(EndpointName, endpoint =>
            {
                endpoint.Port = isPublished ? null : localPort;
                endpoint.TargetPort = isPublished ? imagePort : null;
            })
            // The one protocol that the web SDKs speak without a large package of its own.
            .WithOtlpExporter(OtlpProtocol.HttpProtobuf)
            .PublishAsDockerFile(image => image.WithDockerfile("..", $"web/{name}/Dockerfile"));
        return isPublished ? app : app.WithWorkspacePackages();
    }

    // Nothing that an image would have to be told.
    private static IResourceBuilder<ViteAppResource> WithDevelopmentEnvironment(this IResourceBuilder<ViteAppResource> app, string name, string value) =>
        app.ApplicationBuilder.ExecutionContext.IsRunMode ? app.WithEnvironment(name, value) : app;
}
