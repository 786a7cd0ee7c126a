using Microsoft.Extensions.Options;
using Tmcp.AiOps.Settings;

namespace Tmcp.AiOps.Redis;

internal static class RedisExtensions
{
    public static IServiceCollection AddRedis(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddOptions<RedisOptions>()
            .BindConfiguration(RedisOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.Connection ??= Find(configuration))
            .Validate(
                options => options.Connection is null || CanBeRead(options.Connection),
                "The Redis connection string cannot be read: give host:port,password=… or redis://:password@host:port.")
            .ValidateOnStart();
        services.AddSingleton<RedisStore>();
        services.AddHealthChecks().AddCheck<RedisHealth>("redis");
        return services;
    }

    private static string? Find(IConfiguration configuration)
    {
        foreach (var key in (string[])["ConnectionStrings:redis", "REDIS_URI", "REDIS_URL"])
        {
            if (configuration[key] is { } value && !string.IsNullOrWhiteSpace(value))
                return value;
        }

        return configuration["REDIS_HOST"] is { Length: > 0 } host
            ? ConnectionText.From(host, configuration["REDIS_PORT"], configuration["REDIS_PASSWORD"])
            : null;
    }

    private static bool CanBeRead(string text)
    {
        try
        {
            return ConnectionText.Parse(text).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
