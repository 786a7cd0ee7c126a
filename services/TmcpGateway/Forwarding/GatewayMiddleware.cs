using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Tmcp.Gateway.Routing;

namespace Tmcp.Gateway.Forwarding;

/// <summary>Decides where a request goes.</summary>
internal sealed class GatewayMiddleware(RequestDelegate next, RouteTable routes, RoutesPage page, Forwarder forwarder)
{
    public Task InvokeAsync(HttpContext context)
    {
        // The gateway's own pages: /health and /alive.
        if (context.GetEndpoint() is not null)
            return next(context);

        if (RequestTarget.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget) is not { } target)
            return RefuseAsync(context, "The request asks for a tunnel or for no path at all.");

        if (routes.Find(target.Path) is not { IsInGraph: true } route)
            return page.WriteAsync(context, routes.Find(target.Path));

        if (target.Escapes(route.Path))
            return RefuseAsync(context, $"The path climbs out of '{route.Path}'.");

        if (target.Path.Length == route.Path.Length && route.Path != "/" && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
            return RedirectBelow(context, route, target);

        // An answer without a body is the resource's own: nothing is to be written over it.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        context.SetEndpoint(route.Endpoint);
        return forwarder.ForwardAsync(context, route, target);
    }

    // Relative links of a page at '/hub' would lead beside it, those at '/hub/' lead below. The target is a path of the
    // configuration, so it cannot lead to another host.
    private static Task RedirectBelow(HttpContext context, GatewayRoute route, RequestTarget target)
    {
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = string.Concat(route.Path, "/", target.Query);
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, string reason) => TypedResults.Problem(
        detail: $"{reason} Send a path below one of the gateway's routes.",
        statusCode: StatusCodes.Status400BadRequest,
        title: "The gateway does not pass this request on.",
        type: "urn:tmcp:gateway:refused").ExecuteAsync(context);
}
