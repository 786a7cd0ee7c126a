namespace Tmcp.Agent.Telemetry;

internal static class TelemetryExtensions
{
    public static IServiceCollection AddAgentTelemetry(this IServiceCollection services) => services.AddSingleton<AgentTelemetry>();
}
