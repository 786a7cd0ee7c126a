namespace Tmcp.Bridge.Resources;

internal static class ResourceExtensions
{
    internal static void AddResources(this IServiceCollection services)
    {
        services.AddSingleton<ResourceReader>();
        services.AddSingleton<ResourceDispatcher>();
    }
}
