namespace Tmcp.Bridge.Telemetry;

internal static class TelemetryExtensions
{
    internal static void AddBridgeTelemetry(this IServiceCollection services) => services.AddSingleton<BridgeMetrics>();
}
