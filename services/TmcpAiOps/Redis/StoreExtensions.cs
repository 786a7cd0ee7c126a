using Microsoft.Extensions.Options;
using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.AiOps.Redis;

internal static class StoreExtensions
{
    // A sender waits for its 202 rather than be told to come again: longer than a service that can go on without Redis would wait.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddStore(this IServiceCollection services)
    {
        services.AddRequiredRedis(_patience);
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>();
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateOnStart();
        services.AddSingleton<RedisStore>();
        return services;
    }
}
