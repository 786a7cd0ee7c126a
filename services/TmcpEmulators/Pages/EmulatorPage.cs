namespace TmcpEmulators.Pages;

/// <summary>The page on which an emulator shows what it received: files inside the program, nothing from elsewhere but pictures.</summary>
internal static class EmulatorPage
{
    /// <summary>Serves an emulator's page, beside <c>live.js</c>, which all pages share.</summary>
    /// <param name="emulator">The folder of the emulator, whose <c>Page</c> holds the files.</param>
    /// <param name="pictures">Schemes from which the page may show pictures.</param>
    /// <param name="files">Its files; that with the page itself ends in <c>.html</c>.</param>
    public static void MapPage(this WebApplication app, string emulator, string pictures, params ReadOnlySpan<string> files)
    {
        // What was received is untrusted; the pages build nodes from it, and this is the second line of defence.
        var policy = $"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' {pictures} data:; base-uri 'none'; form-action 'none'";
        foreach (var file in files)
            Map(app, $"{emulator}.{file}", file, policy);
        Map(app, "live.js", "live.js", policy);
    }

    private static void Map(WebApplication app, string resource, string file, string policy)
    {
        var (path, type) = Path.GetExtension(file) switch
        {
            ".html" => ("/", "text/html"),
            ".css" => ($"/{file}", "text/css"),
            _ => ($"/{file}", "text/javascript"),
        };
        app.MapGet(path, async context =>
        {
            context.Response.ContentType = $"{type}; charset=utf-8";
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.Response.Headers.CacheControl = "no-cache";
            await using var content = typeof(EmulatorPage).Assembly.GetManifestResourceStream(resource)!;
            await content.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
    }
}
