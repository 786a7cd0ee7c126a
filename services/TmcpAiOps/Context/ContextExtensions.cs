using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Tmcp.AiOps.Settings;
using Tmcp.ServiceDefaults;

namespace Tmcp.AiOps.Context;

internal static class ContextExtensions
{
    public static IServiceCollection AddContext(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ContextOptions>, ContextOptionsValidator>();
        services.AddOptions<ContextOptions>()
            .BindConfiguration(ContextOptions.Section)
            .WithSetting("ConnectionStrings:elasticsearch", (options, value) => options.ElasticsearchUrl = SettingExtensions.ToAddress(value))
            .WithSetting("ELASTICSEARCH_URL", (options, value) => options.ElasticsearchUrl = SettingExtensions.ToAddress(value))
            .ValidateOnStart();
        services.AddHttpClient(Elasticsearch.HttpClientName).WithStreaming(); // the reader has its own time limit and degrades
        services.AddSingleton<Elasticsearch>();
        services.AddSingleton<Dependencies>();
        services.AddSingleton<ContextReader>();
        services.AddHealthChecks().AddCheck<ElasticsearchHealth>("elasticsearch", HealthStatus.Degraded, [], TimeSpan.FromMilliseconds(900));
        return services;
    }
}
