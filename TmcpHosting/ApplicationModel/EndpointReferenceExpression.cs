namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of an endpoint's address as a value.</summary>
/// <param name="endpointReference">The endpoint.</param>
/// <param name="property">The part.</param>
public class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property) : IExpressionValue, IValueWithReferences
{
    /// <summary>The endpoint.</summary>
    public EndpointReference Endpoint { get; } = endpointReference ?? throw new ArgumentNullException(nameof(endpointReference));

    /// <summary>The part.</summary>
    public EndpointProperty Property { get; } = property;

    /// <inheritdoc />
    public string ValueExpression => Endpoint.GetExpression(Property);

    IEnumerable<object> IValueWithReferences.References => [Endpoint];

    /// <summary>The value for a process on this machine; waits until it is known.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value.</returns>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        GetValueAsync(new ValueProviderContext(), cancellationToken);

    /// <summary>The value as the given caller has to use it; waits until it is known.</summary>
    /// <param name="context">Who asks, and from which network.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value.</returns>
    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var endpoint = Endpoint.EndpointAnnotation;

        // What is known without an address must not wait for one: a resource may ask for its own before it starts.
        switch (Property)
        {
            case EndpointProperty.Scheme:
                return endpoint.UriScheme;
            case EndpointProperty.TlsEnabled:
                return endpoint.TlsEnabled ? bool.TrueString : bool.FalseString;
            case EndpointProperty.TargetPort when endpoint.TargetPort is { } fixedPort:
                return $"{fixedPort}";
            default:
                break;
        }

        var network = Endpoint.ContextNetworkID ?? context.Network ?? NetworkOf(context.Caller);
        var address = await endpoint.AllAllocatedEndpoints.GetAllocatedEndpointAsync(network, cancellationToken).ConfigureAwait(false);
        return Property switch
        {
            EndpointProperty.Url => address.UriString,
            EndpointProperty.Host => address.Address,
            EndpointProperty.IPV4Host => address.Address == "localhost" ? "127.0.0.1" : address.Address,
            EndpointProperty.Port => $"{address.Port}",
            EndpointProperty.HostAndPort => address.EndPointString,
            EndpointProperty.TargetPort => address.TargetPortExpression ?? $"{address.Port}",
            _ => throw new InvalidOperationException($"Endpoints have no property '{Property}'."),
        };
    }

    private static NetworkIdentifier NetworkOf(IResource? caller) => caller is not null && caller.IsContainer()
        ? KnownNetworkIdentifiers.DefaultAspireContainerNetwork
        : KnownNetworkIdentifiers.LocalhostNetwork;
}
