using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Tmcp.Gateway.Configuration;

namespace Tmcp.Gateway.Routing;

/// <summary>One route, ready to be used.</summary>
internal sealed class GatewayRoute
{
    private readonly string[] _addresses;
    private int _turn = -1;

    /// <param name="options">The route as configured.</param>
    /// <param name="addresses">Where the resource is; several are used in turn, none means that it is not in the graph.</param>
    public GatewayRoute(GatewayRouteOptions options, IEnumerable<Uri> addresses)
    {
        Path = options.Path;
        Resource = options.Resource;
        _addresses = [.. addresses.Select(address => address.GetLeftPart(UriPartial.Path).TrimEnd('/'))];
        Prefix = options.StripPrefix && options.Path != "/" ? options.Path : "";
        var pattern = RoutePatternFactory.Parse(options.Path == "/" ? "/{**path}" : $"{options.Path}/{{**path}}");
        Endpoint = new RouteEndpoint(_ => Task.CompletedTask, pattern, order: 0, EndpointMetadataCollection.Empty, options.Resource);
    }

    /// <summary>Public path, without a slash at the end unless it is the root.</summary>
    public string Path { get; }

    /// <summary>What is cut off before the resource is called; empty for nothing.</summary>
    public string Prefix { get; }

    /// <summary>Name of the resource.</summary>
    public string Resource { get; }

    /// <summary>Names the route in spans and metrics. It is never executed.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>Whether there is somewhere to send requests to.</summary>
    public bool IsInGraph => _addresses.Length > 0;

    /// <summary>Whether a path is this route's: the path itself or below it, so <c>/pbx</c> is not <c>/pb</c>'s.</summary>
    public bool Matches(ReadOnlySpan<char> path)
        => Path.Length == 1 || (path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || path[Path.Length] == '/'));

    /// <summary>Address to use next, without a slash at the end.</summary>
    public string NextAddress()
        => _addresses.Length == 1 ? _addresses[0] : _addresses[(int)((uint)Interlocked.Increment(ref _turn) % (uint)_addresses.Length)];
}
