using Microsoft.Extensions.Options;
using Tmcp.Agent.Settings;
using Tmcp.ServiceDefaults;

namespace Tmcp.Agent.Model;

internal static class ModelExtensions
{
    public static IServiceCollection AddModel(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.AddOptions<ModelOptions>()
            .BindConfiguration(ModelOptions.Section)
            .WithSetting("OLLAMA_BASE_URL", (options, value) => options.BaseUrl = SettingExtensions.ToAddress(value))
            .WithSetting("OLLAMA_MODEL", (options, value) => options.Name = value)
            .WithSetting("OLLAMA_API_KEY", (options, value) => options.ApiKey = value)
            .ValidateOnStart();

        services.AddHttpClient(ModelClient.HttpClientName).WithStreaming();
        services.AddHttpClient(ModelProbe.HttpClientName).WithStreaming(); // one attempt: the report is about now
        services.AddSingleton<ModelClient>();
        services.AddSingleton<ModelProbe>();
        services.AddHealthChecks()
            .AddCheck<ModelServerHealth>("model-server")
            .AddCheck<ModelInstalledHealth>("model");
        return services;
    }
}
