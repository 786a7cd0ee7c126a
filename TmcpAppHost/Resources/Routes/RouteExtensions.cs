using Tmcp.AppHost.Routes;

namespace Tmcp.AppHost;

/// <summary>Public paths.</summary>
internal static class RouteExtensions
{
    /// <summary>Gives the resource's <c>http</c> endpoint a public path.</summary>
    internal static IResourceBuilder<T> WithRoute<T>(this IResourceBuilder<T> builder, string path, bool stripPrefix = true)
        where T : IResourceWithEndpoints =>
        builder.WithAnnotation(new RouteAnnotation(path, stripPrefix));

    /// <summary>Tells the gateway every route of the graph, and points a link on the gateway at each.</summary>
    internal static IResourceBuilder<ProjectResource> WithRoutes(this IResourceBuilder<ProjectResource> gateway)
    {
        var resources = gateway.ApplicationBuilder.Resources;
        foreach (var resource in resources.OfType<IResourceWithEndpoints>().Where(resource => resource.HasAnnotationOfType<RouteAnnotation>()))
            gateway.WithReferenceRelationship(resource);

        return gateway.WithEnvironment(context =>
        {
            var routes = from resource in resources.OfType<IResourceWithEndpoints>()
                         from route in resource.Annotations.OfType<RouteAnnotation>()
                         orderby route.Path
                         select (resource, route);
            foreach (var (index, (resource, route)) in routes.Index())
            {
                var key = $"Gateway__Routes__{index}__";
                context.EnvironmentVariables[key + "Path"] = route.Path;
                context.EnvironmentVariables[key + "Resource"] = resource.Name;
                context.EnvironmentVariables[key + "StripPrefix"] = route.StripPrefix ? "true" : "false";
                context.EnvironmentVariables[key + "Address"] = resource.GetEndpoint("http");
            }
        });
    }

    private static void WithReferenceRelationship(this IResourceBuilder<ProjectResource> gateway, IResource resource) =>
        gateway.WithRelationship(resource, "Reference");
}
