using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Tmcp.AiOps.Settings;
using Tmcp.ServiceDefaults;

namespace Tmcp.AiOps.Analysis;

internal static class AnalysisExtensions
{
    public static IServiceCollection AddAnalysis(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<AnalysisOptions>, AnalysisOptionsValidator>();
        services.AddOptions<AnalysisOptions>()
            .BindConfiguration(AnalysisOptions.Section)
            .WithSetting("OLLAMA_BASE_URL", (options, value) => options.BaseUrl = SettingExtensions.ToAddress(value))
            .WithSetting("OLLAMA_MODEL", (options, value) => options.Model = value)
            .WithSetting("OLLAMA_API_KEY", (options, value) => options.ApiKey = value)
            .ValidateOnStart();
        services.AddHttpClient(ModelClient.HttpClientName).WithStreaming();
        services.AddHttpClient(ModelHealth.HttpClientName).WithStreaming(); // one attempt: the report is about now
        services.AddSingleton<ModelBudget>();
        services.AddSingleton<ModelClient>();
        services.AddSingleton<Analyst>();
        services.AddHealthChecks().AddCheck<ModelHealth>("model", HealthStatus.Degraded, [], TimeSpan.FromMilliseconds(900));
        return services;
    }
}
