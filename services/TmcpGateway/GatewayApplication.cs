using Tmcp.Gateway.Configuration;
using Tmcp.Gateway.Forwarding;
using Tmcp.Gateway.Routing;
using Tmcp.ServiceDefaults;

namespace Tmcp.Gateway;

/// <summary>The whole program but its start, so that tests run exactly what is shipped.</summary>
internal static class GatewayApplication
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddGatewayConfiguration();
        builder.Services.AddRouteTable();
        builder.Services.AddForwarding();

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.UseGateway();
        return app;
    }
}
