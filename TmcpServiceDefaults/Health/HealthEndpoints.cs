using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.ServiceDefaults.Health;

internal static class HealthEndpoints
{
    internal static void AddHealthReporting(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.AddSingleton<HealthChanges>();
        services.AddSingleton<HealthReportCache>();
    }

    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", ReportAsync).ExcludeFromDescription();
        routes.MapGet("/alive", () => TypedResults.Json(new HealthPayload("ok", new Dictionary<string, HealthEntry>()), HealthJson.Default.HealthPayload))
            .ExcludeFromDescription();
    }

    private static async Task<IResult> ReportAsync(HealthReportCache cache, HttpContext context, CancellationToken cancellationToken)
    {
        var report = await cache.GetAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        var status = report is null || report.Status == HealthStatus.Unhealthy
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status200OK;
        return TypedResults.Json(HealthPayload.From(report), HealthJson.Default.HealthPayload, statusCode: status);
    }
}
