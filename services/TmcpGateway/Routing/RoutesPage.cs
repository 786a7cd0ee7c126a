using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Tmcp.Gateway.Routing;

/// <summary>The answer to a path that leads nowhere: which paths do.</summary>
internal sealed class RoutesPage(RouteTable routes)
{
    /// <summary>A page for browsers, problem details for everybody else. Status 404.</summary>
    /// <param name="context">The request.</param>
    /// <param name="route">The route whose resource is not in the graph; null when no route matched.</param>
    public Task WriteAsync(HttpContext context, GatewayRoute? route)
    {
        var known = routes.All.Where(candidate => candidate.IsInGraph).ToArray();
        var reason = route is null
            ? "No route leads there."
            : $"The path belongs to '{route.Resource}', which is not part of this stack.";
        return AcceptsHtml(context.Request)
            ? TypedResults.Content(Html(reason, known), "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context)
            : Problem(reason, known).ExecuteAsync(context);
    }

    private static bool AcceptsHtml(HttpRequest request)
        => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static ProblemHttpResult Problem(string reason, GatewayRoute[] known) => TypedResults.Problem(
        detail: $"{reason} Choose one of: {string.Join(", ", known.Select(route => $"{route.Path} ({route.Resource})"))}.",
        statusCode: StatusCodes.Status404NotFound,
        title: "Nothing is served at this path.",
        type: "urn:tmcp:gateway:no-route");

    private static string Html(string reason, GatewayRoute[] known)
    {
        var items = new StringBuilder();
        foreach (var route in known)
        {
            var path = HtmlEncoder.Default.Encode(route.Path);
            items.Append($"<li><a href=\"{path.TrimEnd('/')}/\">{path}</a> {HtmlEncoder.Default.Encode(route.Resource)}</li>\n");
        }

        return $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>TMCP gateway</title>
            <style>body{"{"}font:1rem/1.5 system-ui;max-width:36rem;margin:4rem auto;padding:0 1rem{"}"}</style></head>
            <body><h1>Nothing is served at this path</h1>
            <p>{HtmlEncoder.Default.Encode(reason)} These paths lead somewhere:</p>
            <ul>
            {items}</ul></body></html>
            """;
    }
}
