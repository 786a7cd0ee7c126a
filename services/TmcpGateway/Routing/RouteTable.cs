using Microsoft.Extensions.Options;
using Tmcp.Gateway.Configuration;
using Tmcp.ServiceDefaults.Discovery;

namespace Tmcp.Gateway.Routing;

/// <summary>All routes, the longest path first.</summary>
internal sealed class RouteTable(IOptions<GatewayOptions> options, ServiceAddresses services)
{
    private readonly GatewayRoute[] _routes =
        [.. options.Value.Routes.OrderByDescending(route => route.Path.Length).Select(route => new GatewayRoute(route, FindAddresses(route, services)))];

    /// <summary>The routes in order of their paths.</summary>
    public IEnumerable<GatewayRoute> All => _routes.OrderBy(route => route.Path, StringComparer.Ordinal);

    /// <summary>The route of a path as the client sent it; null when there is none.</summary>
    public GatewayRoute? Find(ReadOnlySpan<char> path)
    {
        foreach (var route in _routes)
        {
            if (route.Matches(path))
                return route;
        }

        return null;
    }

    // Discovery gives the addresses of a service in turn: ask until one comes again.
    private static HashSet<Uri> FindAddresses(GatewayRouteOptions route, ServiceAddresses services)
    {
        var found = new HashSet<Uri>();
        if (string.IsNullOrEmpty(route.Address))
            return found;

        while (found.Add(services.Resolve(new Uri(route.Address))))
        {
            // Another one.
        }

        return found;
    }
}
