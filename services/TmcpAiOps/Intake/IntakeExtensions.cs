using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Settings;

namespace Tmcp.AiOps.Intake;

internal static class IntakeExtensions
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<IntakeOptions>, IntakeOptionsValidator>();
        services.AddOptions<IntakeOptions>()
            .BindConfiguration(IntakeOptions.Section)
            .WithSetting("AIOPS_TOKEN", (options, value) => options.Token = value)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<GroupingOptions>, GroupingOptionsValidator>();
        services.AddOptions<GroupingOptions>()
            .BindConfiguration(GroupingOptions.Section)
            .WithSetting("DEDUP_INTERVAL_SECONDS", (options, value) =>
                options.RepeatWindow = TimeSpan.FromSeconds(int.TryParse(value, out var seconds) ? seconds : 0))
            .ValidateOnStart();
        services.AddSingleton<Grouping>();
        services.AddSingleton<LogLines>();
        services.AddSingleton<AlertIntake>();
        return services;
    }
}
