using System.Diagnostics;
using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One endpoint of a resource: what it speaks, on which ports, and, once allocated, at which address.</summary>
[DebuggerDisplay("{Name}: {UriScheme} {Port} -> {TargetPort}")]
public sealed class EndpointAnnotation : IResourceAnnotation
{
    private string? _transport;
    private bool? _tlsEnabled;
    private int? _port;
    private bool _portSet;
    private int? _targetPort;
    private bool _targetPortSet;

    /// <summary>Describes an endpoint.</summary>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="uriScheme">The scheme of its URL. Default: <c>tcp</c> or <c>udp</c>.</param>
    /// <param name="transport"><c>http</c>, <c>http2</c> or <c>tcp</c>. Default: <c>http</c> for http and https, else <c>tcp</c>.</param>
    /// <param name="name">The name, unique in the resource. Default: the scheme.</param>
    /// <param name="port">The port others use, 1 to 65535. Null: chosen at the start.</param>
    /// <param name="targetPort">The port the resource listens on, 1 to 65535. Null: chosen at the start.</param>
    /// <param name="isExternal">Whether it is reachable from outside once deployed. Default: no.</param>
    /// <param name="isProxied">Whether a proxy stands in front of it, so that both ports differ. Default: yes.</param>
    /// <exception cref="ArgumentException">The name breaks the rule for names.</exception>
    public EndpointAnnotation(
        ProtocolType protocol,
        string? uriScheme = null,
        string? transport = null,
        string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool? isProxied = null)
        : this(protocol, null, uriScheme, transport, name, port, targetPort, isExternal, isProxied)
    {
    }

    /// <summary>Describes an endpoint of a resource that lives in a network of its own.</summary>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="networkID">The network <see cref="AllocatedEndpoint"/> is about. Default: this machine's.</param>
    /// <param name="uriScheme">The scheme of its URL. Default: <c>tcp</c> or <c>udp</c>.</param>
    /// <param name="transport"><c>http</c>, <c>http2</c> or <c>tcp</c>. Default: <c>http</c> for http and https, else <c>tcp</c>.</param>
    /// <param name="name">The name, unique in the resource. Default: the scheme.</param>
    /// <param name="port">The port others use, 1 to 65535. Null: chosen at the start.</param>
    /// <param name="targetPort">The port the resource listens on, 1 to 65535. Null: chosen at the start.</param>
    /// <param name="isExternal">Whether it is reachable from outside once deployed. Default: no.</param>
    /// <param name="isProxied">Whether a proxy stands in front of it, so that both ports differ. Default: yes.</param>
    /// <exception cref="ArgumentException">The name breaks the rule for names.</exception>
    public EndpointAnnotation(
        ProtocolType protocol,
        NetworkIdentifier? networkID,
        string? uriScheme = null,
        string? transport = null,
        string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool? isProxied = null)
    {
        UriScheme = uriScheme ?? protocol.ToString().ToLowerInvariant();
        Name = name ?? UriScheme;
        ModelName.ThrowIfInvalid("Endpoint", Name, nameof(name));
        Protocol = protocol;
        DefaultNetworkID = networkID ?? KnownNetworkIdentifiers.LocalhostNetwork;
        _transport = transport;
        _port = port;
        _targetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsExplicitlyProxied = isProxied;
        IsProxied = isProxied ?? true;
    }

    /// <summary>The name, unique in the resource without regard to case.</summary>
    public string Name { get; set; }

    /// <summary>TCP or UDP.</summary>
    public ProtocolType Protocol { get; set; }

    /// <summary>The port others use. For an endpoint without proxy it defaults to <see cref="TargetPort"/>. Null: chosen at the start.</summary>
    public int? Port
    {
        get => _port is null && !_portSet && !IsProxied ? _targetPort : _port;
        set => (_port, _portSet) = (value, true);
    }

    /// <summary>The port the resource listens on. For an endpoint without proxy it defaults to <see cref="Port"/>. Null: chosen at the start.</summary>
    public int? TargetPort
    {
        get => _targetPort is null && !_targetPortSet && !IsProxied ? _port : _targetPort;
        set => (_targetPort, _targetPortSet) = (value, true);
    }

    /// <summary>The scheme of the URL.</summary>
    public string UriScheme { get; set; }

    /// <summary>The host the resource binds to. Default: <c>localhost</c>.</summary>
    public string TargetHost { get; set; } = "localhost";

    /// <summary><c>http</c>, <c>http2</c> or <c>tcp</c>.</summary>
    public string Transport
    {
        get => _transport ?? (IsHttpScheme ? "http" : "tcp");
        set => _transport = value;
    }

    /// <summary>Whether the endpoint is reachable from outside once deployed.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether a proxy stands in front of it, so that the public port is stable and differs from the target port.</summary>
    public bool IsProxied { get; set; }

    /// <summary>What the author said about the proxy; null when nothing was said.</summary>
    public bool? IsExplicitlyProxied { get; set; }

    /// <summary>Whether a reference to the whole resource leaves this endpoint out. Default: no.</summary>
    public bool ExcludeReferenceEndpoint { get; set; }

    /// <summary>Whether the endpoint speaks TLS. Default: only for <c>https</c>.</summary>
    public bool TlsEnabled
    {
        get => _tlsEnabled ?? string.Equals(UriScheme, "https", StringComparisons.EndpointScheme);
        set => _tlsEnabled = value;
    }

    /// <summary>The network <see cref="AllocatedEndpoint"/> is about.</summary>
    public NetworkIdentifier DefaultNetworkID { get; }

    /// <summary>The address in <see cref="DefaultNetworkID"/>; null until allocated. Setting it releases everyone who waits for it.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => AllAllocatedEndpoints.TryGetAllocatedEndpoint(DefaultNetworkID, out var allocated) ? allocated : null;
        set
        {
            if (value is not null)
                AllAllocatedEndpoints.AddOrUpdateAllocatedEndpoint(value.NetworkID, value);
        }
    }

    /// <summary>The addresses by network.</summary>
    public NetworkEndpointSnapshotList AllAllocatedEndpoints { get; } = [];

    internal bool IsHttpScheme =>
        string.Equals(UriScheme, "http", StringComparisons.EndpointScheme) || string.Equals(UriScheme, "https", StringComparisons.EndpointScheme);

    /// <summary>The public port as the author wrote it, without the default from the target port.</summary>
    internal int? ExplicitPort => _port;

    /// <summary>The variable that carries the target port; null when <c>ASPNETCORE_URLS</c> does.</summary>
    internal string? TargetPortEnvironmentVariable { get; set; }

    /// <summary>The key of the endpoint in the project's Kestrel settings; null when it does not come from there.</summary>
    internal string? KestrelKey { get; set; }

    /// <summary>The processes behind the proxy; null when nobody keeps track of them.</summary>
    internal EndpointListeners? Listeners { get; set; }
}
