using Microsoft.Extensions.Options;
using Tmcp.Agent.Settings;
using Tmcp.ServiceDefaults;

namespace Tmcp.Agent.Bridge;

internal static class BridgeExtensions
{
    public static IServiceCollection AddBridge(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<BridgeOptions>, BridgeOptionsValidator>();
        services.AddOptions<BridgeOptions>()
            .BindConfiguration(BridgeOptions.Section)
            .WithSetting("MCP_SERVER_URL", (options, value) => options.Url = SettingExtensions.ToAddress(value))
            .ValidateOnStart();

        services.AddSingleton<CallerTokenScope>();
        services.AddTransient<CallerTokenHandler>();
        services.AddHttpClient(McpConnector.HttpClientName).WithStreaming().AddHttpMessageHandler<CallerTokenHandler>();
        services.AddSingleton<McpConnector>();
        services.AddSingleton<BridgeConnection>();
        services.AddSingleton<BridgeTools>();
        services.AddSingleton<Workspaces>();
        services.AddHealthChecks().AddCheck<BridgeHealth>("bridge");
        return services;
    }
}
