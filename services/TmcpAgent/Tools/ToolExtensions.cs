using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Tools;

internal static class ToolExtensions
{
    public static IServiceCollection AddTools(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidator>();
        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateOnStart();
        services.AddHttpClient(WebSearch.HttpClientName);
        services.AddSingleton<SearchMemory>();
        services.AddSingleton<WebSearch>();
        services.AddSingleton<TeamTools>();
        return services;
    }
}
