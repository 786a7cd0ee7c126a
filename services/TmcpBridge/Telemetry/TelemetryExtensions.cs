namespace Tmcp.Bridge.Telemetry;

internal static class TelemetryExtensions
{
    internal static void AddBridgeTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BridgeMetrics>();
        // Its lines show whole addresses, and the session id in them lets one speak in the name of the session's user.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    }
}
