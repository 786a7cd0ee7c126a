using Microsoft.Extensions.Options;
using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.AiOps.Redis;

internal static class RedisExtensions
{
    public static IServiceCollection AddRedis(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddOptions<RedisOptions>()
            .BindConfiguration(RedisOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.Connection ??= RedisAddress.Find(configuration))
            .Validate(
                options => options.Connection is null || RedisAddress.CanBeRead(options.Connection),
                RedisAddress.Hint)
            .ValidateOnStart();
        services.AddSingleton<RedisStore>();
        services.AddHealthChecks().AddCheck<RedisHealth>("redis");
        return services;
    }
}
