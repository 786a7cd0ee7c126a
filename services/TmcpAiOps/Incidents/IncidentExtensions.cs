using Microsoft.Extensions.Options;
using Tmcp.AiOps.Queue;

namespace Tmcp.AiOps.Incidents;

internal static class IncidentExtensions
{
    public static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<IncidentOptions>, IncidentOptionsValidator>();
        services.AddOptions<IncidentOptions>().BindConfiguration(IncidentOptions.Section).ValidateOnStart();
        services.AddSingleton<FiringQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<FiringQueue>());
        services.AddSingleton<AlertGate>();
        services.AddSingleton<IncidentStore>();
        services.AddSingleton<Leases>();
        services.AddSingleton<IEntryHandler, IncidentHandler>();
        return services;
    }
}
