using Microsoft.Extensions.Options;

namespace Tmcp.Bridge.Configuration;

internal static class BridgeConfiguration
{
    private const int Port = 7999;

    // The cluster's names of the settings, and ours.
    private static readonly (string Variable, string Key)[] Variables =
    [
        ("POCKETBASE_URL", $"{PocketBaseOptions.Section}:{nameof(PocketBaseOptions.Url)}"),
        ("POCKETBASE_USER", $"{PocketBaseOptions.Section}:{nameof(PocketBaseOptions.User)}"),
        ("POCKETBASE_PASSWORD", $"{PocketBaseOptions.Section}:{nameof(PocketBaseOptions.Password)}"),
    ];

    internal static void AddBridgeConfiguration(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(Variables
            .Where(pair => !string.IsNullOrWhiteSpace(builder.Configuration[pair.Variable]))
            .Select(pair => KeyValuePair.Create(pair.Key, builder.Configuration[pair.Variable])));

        builder.Services.AddOptions<PocketBaseOptions>().BindConfiguration(PocketBaseOptions.Section).ValidateOnStart();
        builder.Services.AddOptions<BridgeOptions>().BindConfiguration(BridgeOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<PocketBaseOptions>, ValidatePocketBaseOptions>();
        builder.Services.AddSingleton<IValidateOptions<BridgeOptions>, ValidateBridgeOptions>();
        builder.Services.AddSingleton<IValidateOptions<BridgeOptions>, AnonymousCallersValidator>();

        if (!HasAddress(builder.Configuration))
            builder.WebHost.UseUrls(DefaultAddress(builder.Configuration));
        builder.WebHost.ConfigureKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = context.Configuration.GetValue(
                $"{BridgeOptions.Section}:{nameof(BridgeOptions.MaxRequestBytes)}", new BridgeOptions().MaxRequestBytes);
        });
    }

    private static bool HasAddress(ConfigurationManager configuration) =>
        new[] { "urls", "http_ports", "https_ports" }.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").Exists();

    // In a container every interface, or nobody outside could connect; on a person's machine only that machine.
    private static string DefaultAddress(ConfigurationManager configuration) =>
        configuration.GetValue<bool>("DOTNET_RUNNING_IN_CONTAINER") ? $"http://*:{Port}" : $"http://localhost:{Port}";
}
