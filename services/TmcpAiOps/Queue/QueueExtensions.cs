using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Queue;

internal static class QueueExtensions
{
    public static IServiceCollection AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<QueueOptions>, QueueOptionsValidator>();
        services.AddOptions<QueueOptions>().BindConfiguration(QueueOptions.Section).ValidateOnStart();
        services.AddSingleton<WakeUp>();
        services.AddSingleton<Backlog>();
        services.AddSingleton<AlertStream>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<DueIncidents>();
        services.AddSingleton<Lanes>();
        services.AddSingleton<EntryWork>();
        services.AddHostedService<QueueReader>();
        return services;
    }
}
