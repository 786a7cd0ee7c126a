namespace Tmcp.Gateway.Configuration;

/// <summary>Settings of the gateway.</summary>
internal sealed class GatewayOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Gateway";

    /// <summary>The routes; the longest matching path wins, whatever the order.</summary>
    public List<GatewayRouteOptions> Routes { get; init; } = [];

    /// <summary>
    /// How long a resource may stay silent before its answer begins, counted from the last byte of the request. 1 s to 1 h.
    /// Requests that accept <c>text/event-stream</c> have no such limit, and no answer has one once it has begun.
    /// </summary>
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long connecting to a resource may take. 100 ms to 1 min.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Largest request body in bytes. Default 110 MiB: PocketBase takes media of 100 MiB, and a form around them.</summary>
    public long MaxRequestBodyBytes { get; init; } = 110L * 1024 * 1024;

    /// <summary>
    /// Whether <c>X-Forwarded-*</c> of the caller are passed on and added to. Only behind another proxy that sets them:
    /// anybody else could lie about who he is. Default: false.
    /// </summary>
    public bool TrustForwardedHeaders { get; init; }
}
