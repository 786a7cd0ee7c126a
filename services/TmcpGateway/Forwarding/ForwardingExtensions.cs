namespace Tmcp.Gateway.Forwarding;

internal static class ForwardingExtensions
{
    internal static void AddForwarding(this IServiceCollection services)
    {
        services.AddSingleton<UpstreamClient>();
        services.AddSingleton<Forwarder>();
        services.AddSingleton<FailureReport>();
    }

    /// <summary>Everything that is not the gateway's own is passed on.</summary>
    internal static void UseGateway(this WebApplication app) => app.UseMiddleware<GatewayMiddleware>();
}
