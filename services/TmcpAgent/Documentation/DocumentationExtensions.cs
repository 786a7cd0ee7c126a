using Microsoft.OpenApi;

namespace Tmcp.Agent.Documentation;

/// <summary><c>GET /openapi.json</c>.</summary>
internal static class DocumentationExtensions
{
    public static IServiceCollection AddDocumentation(this IServiceCollection services) => services.AddOpenApi(options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "TMCP marketing agent";

            // Relative to the document, so that it is right behind a prefix that a gateway strips.
            document.Servers = [new OpenApiServer { Url = "./" }];
            return Task.CompletedTask;
        }));

    public static void MapDocumentation(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi.json");
}
