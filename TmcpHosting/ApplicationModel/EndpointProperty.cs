namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of an endpoint's address.</summary>
public enum EndpointProperty
{
    /// <summary>The URL.</summary>
    Url,

    /// <summary>The host.</summary>
    Host,

    /// <summary>The host as an IPv4 address.</summary>
    IPV4Host,

    /// <summary>The port others use.</summary>
    Port,

    /// <summary>The scheme.</summary>
    Scheme,

    /// <summary>The port the resource listens on.</summary>
    TargetPort,

    /// <summary><c>host:port</c>.</summary>
    HostAndPort,

    /// <summary><c>True</c> or <c>False</c>: whether the endpoint speaks TLS.</summary>
    TlsEnabled,
}
