using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The address an endpoint got.</summary>
[DebuggerDisplay("{UriString}")]
public class AllocatedEndpoint
{
    /// <summary>Creates an address in the endpoint's own network.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="address">Host name or IP address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="targetPortExpression">What stands for the target port of one replica until that replica starts; null when it is fixed.</param>
    public AllocatedEndpoint(EndpointAnnotation endpoint, string address, int port, string? targetPortExpression = null)
        : this(endpoint, address, port, EndpointBindingMode.SingleAddress, targetPortExpression, null)
    {
    }

    /// <summary>Creates an address in the endpoint's own network.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="address">Host name or IP address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="bindingMode">The addresses it is bound to.</param>
    /// <param name="targetPortExpression">What stands for the target port of one replica until that replica starts; null when it is fixed.</param>
    public AllocatedEndpoint(EndpointAnnotation endpoint, string address, int port, EndpointBindingMode bindingMode, string? targetPortExpression = null)
        : this(endpoint, address, port, bindingMode, targetPortExpression, null)
    {
    }

    /// <summary>Creates an address in a network.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="address">Host name or IP address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="bindingMode">The addresses it is bound to.</param>
    /// <param name="targetPortExpression">What stands for the target port of one replica until that replica starts; null when it is fixed.</param>
    /// <param name="networkID">The network. Null: the endpoint's own.</param>
    public AllocatedEndpoint(
        EndpointAnnotation endpoint,
        string address,
        int port,
        EndpointBindingMode bindingMode,
        string? targetPortExpression = null,
        NetworkIdentifier? networkID = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrEmpty(address);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65535);
        Endpoint = endpoint;
        Address = address;
        Port = port;
        BindingMode = bindingMode;
        TargetPortExpression = targetPortExpression;
        NetworkID = networkID ?? endpoint.DefaultNetworkID;
    }

    /// <summary>The endpoint.</summary>
    public EndpointAnnotation Endpoint { get; private set; }

    /// <summary>Host name or IP address.</summary>
    public string Address { get; private set; }

    /// <summary>The port others use.</summary>
    public int Port { get; private set; }

    /// <summary>The addresses the endpoint is bound to.</summary>
    public EndpointBindingMode BindingMode { get; private set; }

    /// <summary>The network in which <see cref="Address"/> holds.</summary>
    public NetworkIdentifier NetworkID { get; private set; }

    /// <summary>The scheme of the URL.</summary>
    public string UriScheme => Endpoint.UriScheme;

    /// <summary><c>address:port</c>.</summary>
    public string EndPointString => $"{Address}:{Port}";

    /// <summary>The URL.</summary>
    public string UriString => $"{UriScheme}://{EndPointString}";

    /// <summary>What stands for the target port until a replica starts; the orchestrator fills it in. Null when the target port is fixed.</summary>
    public string? TargetPortExpression { get; private set; }

    /// <summary>The URL.</summary>
    public override string ToString() => UriString;
}
