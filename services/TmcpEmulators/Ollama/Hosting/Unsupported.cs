namespace TmcpEmulators.Ollama.Hosting;

/// <summary>Routes of Ollama that need a real model store or a real model, and those that Ollama does not have either.</summary>
internal static class Unsupported
{
    private static readonly string[] Routes =
    [
        "/api/create", "/api/copy", "/api/push", "/api/embed", "/api/embeddings", "/api/blobs/{digest}",
        "/v1/completions", "/v1/embeddings", "/v1/responses",
    ];

    public static void MapUnsupported(this WebApplication app)
    {
        foreach (var route in Routes)
            app.Map(route, context => throw ApiException.Unsupported(context.Request.Path));

        // The router of the real server answers unknown paths in plain text.
        app.MapFallback(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("404 page not found", context.RequestAborted);
        });
    }
}
