namespace Tmcp.Gateway.Configuration;

/// <summary>One public path and the resource behind it, as the AppHost writes it (<c>Gateway__Routes__0__Path</c> and so on).</summary>
internal sealed class GatewayRouteOptions
{
    /// <summary>Public path: <c>/</c>, or a prefix such as <c>/api/agent</c>, which matches itself and everything below it.</summary>
    public string Path { get; init; } = "";

    /// <summary>Name of the resource, for messages.</summary>
    public string Resource { get; init; } = "";

    /// <summary>Address of the resource or a service-discovery name (<c>http://agent</c>). Absent: the resource is not in the graph.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the resource is called without <see cref="Path"/>. Default: true.</summary>
    public bool StripPrefix { get; init; } = true;
}
