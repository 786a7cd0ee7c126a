namespace Tmcp.Gateway.Routing;

internal static class RoutingExtensions
{
    internal static void AddRouteTable(this IServiceCollection services)
    {
        services.AddSingleton<RouteTable>();
        services.AddSingleton<RoutesPage>();
    }
}
