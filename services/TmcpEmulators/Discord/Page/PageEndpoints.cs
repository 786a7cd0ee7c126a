namespace TmcpEmulators.Discord.Page;

/// <summary>The inbox page: three files inside the program, nothing from elsewhere.</summary>
internal static class PageEndpoints
{
    // Text of messages is untrusted; the page builds nodes from it, and this is the second line of defence.
    private const string ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' https: data:; base-uri 'none'; form-action 'none'";

    public static void MapPage(this WebApplication app)
    {
        app.MapGet("/", context => SendAsync(context, "inbox.html", "text/html; charset=utf-8"));
        app.MapGet("/inbox.css", context => SendAsync(context, "inbox.css", "text/css; charset=utf-8"));
        app.MapGet("/inbox.js", context => SendAsync(context, "inbox.js", "text/javascript; charset=utf-8"));
        app.MapGet("/markdown.js", context => SendAsync(context, "markdown.js", "text/javascript; charset=utf-8"));
    }

    private static async Task SendAsync(HttpContext context, string name, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-cache";
        await using var file = typeof(PageEndpoints).Assembly.GetManifestResourceStream($"Discord.{name}")!;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
