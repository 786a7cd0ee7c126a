namespace TmcpEmulators.Facebook.Page;

/// <summary>The page with the posts: three files inside the program, nothing from elsewhere but pictures that a post names.</summary>
internal static class PageEndpoints
{
    // Text of posts is untrusted; the page builds nodes from it, and this is the second line of defence.
    private const string ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' http: https: data:; base-uri 'none'; form-action 'none'";

    public static void MapPage(this WebApplication app)
    {
        app.MapGet("/", context => SendAsync(context, "page.html", "text/html; charset=utf-8"));
        app.MapGet("/page.css", context => SendAsync(context, "page.css", "text/css; charset=utf-8"));
        app.MapGet("/page.js", context => SendAsync(context, "page.js", "text/javascript; charset=utf-8"));
    }

    private static async Task SendAsync(HttpContext context, string name, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-cache";
        await using var file = typeof(PageEndpoints).Assembly.GetManifestResourceStream($"Facebook.{name}")!;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
