using Tmcp.AiOps.Telemetry.Prometheus;

namespace Tmcp.AiOps.Telemetry;

internal static class TelemetryExtensions
{
    public static IServiceCollection AddAiOpsTelemetry(this IServiceCollection services) =>
        services.AddSingleton<AiOpsTelemetry>().AddSingleton<PrometheusMetrics>();

    /// <summary><c>GET /metrics</c>, for a Prometheus in the cluster. Holds no text of any alert.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        // Listening begins before the first request, or its counts would be missing.
        var metrics = app.Services.GetRequiredService<PrometheusMetrics>();
        app.Services.GetRequiredService<AiOpsTelemetry>();
        app.MapGet("/metrics", () => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8")).ExcludeFromDescription();
    }
}
