using Microsoft.Extensions.Options;
using Tmcp.AiOps.Settings;
using Tmcp.ServiceDefaults;

namespace Tmcp.AiOps.Notifications;

internal static class NotificationExtensions
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.AddOptions<DiscordOptions>()
            .BindConfiguration(DiscordOptions.Section)
            .WithSetting("DISCORD_WEBHOOK_URL", (options, value) => options.WebhookUrl = SettingExtensions.ToAddress(value))
            .ValidateOnStart();

        // The address is the secret: no log line and no span of the framework's own may carry it.
        services.AddHttpClient(DiscordClient.HttpClientName)
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) => handler.ActivityHeadersPropagator = null)
            .WithStreaming(); // one attempt: the queue retries, and knows what a repeat means
        services.AddSingleton<DiscordClient>();
        services.AddSingleton<MessageComposer>();
        services.AddSingleton<Notifier>();
        services.AddSingleton<PauseSwitch>();
        services.AddHealthChecks().AddCheck<DiscordHealth>("discord");
        return services;
    }
}
