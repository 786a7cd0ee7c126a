using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Threads;

internal static class ThreadExtensions
{
    public static IServiceCollection AddThreads(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ThreadLimits>, ThreadLimitsValidator>();
        services.AddOptions<ThreadLimits>().BindConfiguration(ThreadLimits.Section).ValidateOnStart();
        services.AddSingleton<ThreadStore>();
        services.AddSingleton<ThreadArchive>();
        services.AddSingleton<ThreadAccess>();
        return services;
    }
}
