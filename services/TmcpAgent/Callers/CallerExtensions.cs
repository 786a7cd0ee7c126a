using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Settings;
using Tmcp.ServiceDefaults.Health;

namespace Tmcp.Agent.Callers;

internal static class CallerExtensions
{
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CallerOptions>, CallerOptionsValidator>();
        services.AddOptions<CallerOptions>()
            .BindConfiguration(CallerOptions.Section)
            .WithSetting("PB_URL", (options, value) => options.PocketBaseUrl = SettingExtensions.ToAddress(value))
            .ValidateOnStart();
        services.AddHttpClient(PocketBaseUsers.Client);
        services.AddSingleton<PocketBaseUsers>();
        services.AddSingleton<TokenCheck>();

        // Without PocketBase nobody can be admitted, so no request could succeed.
        services.AddHealthChecks().AddHttpDependency(
            "pocketbase", provider => provider.GetRequiredService<IOptions<CallerOptions>>().Value.PocketBaseUrl, "api/health",
            HealthStatus.Unhealthy);
        return services;
    }

    /// <summary>Answers 401 before anything else to a request without a valid user token.</summary>
    public static RouteHandlerBuilder RequireCaller(this RouteHandlerBuilder route) => route
        .AddEndpointFilter<RouteHandlerBuilder, CallerFilter>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>The caller that <see cref="RequireCaller"/> admitted.</summary>
    public static Caller GetCaller(this HttpContext context) => context.Features.GetRequiredFeature<Caller>();
}
