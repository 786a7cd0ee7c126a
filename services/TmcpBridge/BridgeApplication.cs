using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Limits;
using Tmcp.Bridge.PocketBase;
using Tmcp.Bridge.Redis;
using Tmcp.Bridge.Resources;
using Tmcp.Bridge.Schema;
using Tmcp.Bridge.Telemetry;
using Tmcp.Bridge.Tools;
using Tmcp.Bridge.Transport;
using Tmcp.ServiceDefaults;

namespace Tmcp.Bridge;

/// <summary>The bridge, part by part; a type of its own so that tests can start it beside each other.</summary>
internal static class BridgeApplication
{
    public static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection>? replace = null)
    {
        builder.AddServiceDefaults();
        builder.AddBridgeConfiguration();
        builder.AddBridgeTelemetry();
        builder.Services.AddRedis();
        builder.Services.AddPocketBase();
        builder.Services.AddIdentity();
        builder.Services.AddLimits();
        builder.Services.AddSchema();
        builder.Services.AddTools();
        builder.Services.AddResources();
        builder.Services.AddMcpTransports();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapMcp();
        return app;
    }
}
