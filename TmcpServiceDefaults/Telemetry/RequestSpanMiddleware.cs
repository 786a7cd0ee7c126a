using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Tmcp.ServiceDefaults.Telemetry;

/// <summary>
/// Gives the server span what the framework leaves out: a name, the route, the status and the error, by the OpenTelemetry
/// conventions for HTTP spans. Probes get no span.
/// </summary>
internal sealed class RequestSpanMiddleware(RequestDelegate next, IEnumerable<ProbePath> probes)
{
    private readonly PathString[] _probes = [.. probes.Select(probe => new PathString(probe.Path))];

    public async Task InvokeAsync(HttpContext context)
    {
        var activity = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (activity is not null && IsProbe(context.Request.Path))
        {
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            activity.IsAllDataRequested = false;
        }

        try
        {
            await next(context);
        }
        catch (Exception exception) when (Describe(activity, context, exception))
        {
            // Never reached: the filter only describes the span, the exception goes its way.
        }

        Describe(activity, context, exception: null);
    }

    private bool IsProbe(PathString path) => Array.IndexOf(_probes, path) >= 0;

    private static bool Describe(Activity? activity, HttpContext context, Exception? exception)
    {
        if (activity is null || !activity.IsAllDataRequested)
            return false;

        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        if (route is not null)
            activity.SetTag("http.route", route);

        var status = exception is null ? context.Response.StatusCode : StatusCodes.Status500InternalServerError;
        activity.SetTag("http.response.status_code", status);
        if (exception is not null)
            activity.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
        else if (status >= StatusCodes.Status500InternalServerError)
            activity.SetTag("error.type", status.ToString()).SetStatus(ActivityStatusCode.Error);
        return false;
    }
}
