using Microsoft.Extensions.Options;
using Tmcp.ServiceDefaults.Limits;

namespace Tmcp.Agent.Limits;

internal static class LimitExtensions
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateOnStart();
        services.AddCallLimits();
        services.AddSingleton<UserLimits>();
        return services;
    }

    /// <summary>Limits how often one caller may use the route; needs <see cref="Callers.CallerExtensions.RequireCaller"/> before it.</summary>
    public static RouteHandlerBuilder LimitChats(this RouteHandlerBuilder route) => route
        .AddEndpointFilter<RouteHandlerBuilder, ChatLimitFilter>()
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>As <see cref="LimitChats"/>, for generators.</summary>
    public static RouteHandlerBuilder LimitGenerations(this RouteHandlerBuilder route) => route
        .AddEndpointFilter<RouteHandlerBuilder, GenerationLimitFilter>()
        .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
