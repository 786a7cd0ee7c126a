using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Chat;

internal static class ChatExtensions
{
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ChatLimits>, ChatLimitsValidator>();
        services.AddOptions<ChatLimits>().BindConfiguration(ChatLimits.Section).ValidateOnStart();
        services.AddSingleton<ChatRunner>();
        return services;
    }
}
