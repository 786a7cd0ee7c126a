using Microsoft.Extensions.DependencyInjection;

namespace Tmcp.ServiceDefaults.Limits;

/// <summary>Adds limits per user.</summary>
public static class LimitExtensions
{
    /// <summary>Adds <see cref="RateLimiter"/>; needs <see cref="Redis.RedisExtensions.AddOptionalRedis"/>.</summary>
    /// <param name="services">The service's own.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddCallLimits(this IServiceCollection services) => services.AddSingleton<RateLimiter>();
}
