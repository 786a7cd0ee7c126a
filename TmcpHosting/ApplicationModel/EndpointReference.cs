namespace Aspire.Hosting.ApplicationModel;

/// <summary>An endpoint by name, before or after it has an address. As a value: its URL.</summary>
public sealed class EndpointReference : IExpressionValue, IValueWithReferences
{
    private EndpointAnnotation? _endpoint;

    /// <summary>Refers to a known endpoint.</summary>
    /// <param name="owner">The resource.</param>
    /// <param name="endpoint">Its endpoint.</param>
    public EndpointReference(IResourceWithEndpoints owner, EndpointAnnotation endpoint)
        : this(owner, endpoint, null)
    {
    }

    /// <summary>Refers to a known endpoint as seen from a network.</summary>
    /// <param name="owner">The resource.</param>
    /// <param name="endpoint">Its endpoint.</param>
    /// <param name="contextNetworkID">The network. Null: that of whoever uses the value.</param>
    public EndpointReference(IResourceWithEndpoints owner, EndpointAnnotation endpoint, NetworkIdentifier? contextNetworkID)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(endpoint);
        Resource = owner;
        EndpointName = endpoint.Name;
        _endpoint = endpoint;
        ContextNetworkID = contextNetworkID;
    }

    /// <summary>Refers to an endpoint by name; it may be added later.</summary>
    /// <param name="owner">The resource.</param>
    /// <param name="endpointName">The endpoint's name, compared without regard to case.</param>
    public EndpointReference(IResourceWithEndpoints owner, string endpointName)
        : this(owner, endpointName, null)
    {
    }

    /// <summary>Refers to an endpoint by name; it may be added later.</summary>
    /// <param name="owner">The resource.</param>
    /// <param name="endpointName">The endpoint's name, compared without regard to case.</param>
    /// <param name="contextNetworkID">The network. Null: that of whoever uses the value.</param>
    public EndpointReference(IResourceWithEndpoints owner, string endpointName, NetworkIdentifier? contextNetworkID = null)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(endpointName);
        Resource = owner;
        EndpointName = endpointName;
        ContextNetworkID = contextNetworkID;
    }

    /// <summary>The resource.</summary>
    public IResourceWithEndpoints Resource { get; }

    /// <summary>The endpoint's name.</summary>
    public string EndpointName { get; }

    /// <summary>The network the address is seen from; null when it depends on who uses the value.</summary>
    public NetworkIdentifier? ContextNetworkID { get; }

    /// <summary>The endpoint.</summary>
    /// <exception cref="InvalidOperationException">The resource has no endpoint of that name.</exception>
    public EndpointAnnotation EndpointAnnotation => FindEndpoint() ?? throw new InvalidOperationException(
        ErrorMessage ?? $"Resource '{Resource.Name}' has no endpoint '{EndpointName}'. {EndpointsOf(Resource)} Add it with WithEndpoint or refer to one of those.");

    /// <summary>Whether the resource has an endpoint of that name.</summary>
    public bool Exists => FindEndpoint() is not null;

    /// <summary>Whether the endpoint has an address.</summary>
    public bool IsAllocated => FindAllocated() is not null;

    /// <summary>Whether the scheme is <c>http</c>.</summary>
    public bool IsHttp => Exists && string.Equals(Scheme, "http", StringComparisons.EndpointScheme);

    /// <summary>Whether the scheme is <c>https</c>.</summary>
    public bool IsHttps => Exists && string.Equals(Scheme, "https", StringComparisons.EndpointScheme);

    /// <summary>Whether the endpoint speaks TLS.</summary>
    public bool TlsEnabled => Exists && EndpointAnnotation.TlsEnabled;

    /// <summary>The scheme.</summary>
    public string Scheme => EndpointAnnotation.UriScheme;

    /// <summary>Whether a reference to the whole resource leaves this endpoint out.</summary>
    public bool ExcludeReferenceEndpoint => Exists && EndpointAnnotation.ExcludeReferenceEndpoint;

    /// <summary>The port others use.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has no address yet.</exception>
    public int Port => Allocated.Port;

    /// <summary>The port the resource listens on; null when it is chosen at the start.</summary>
    public int? TargetPort => EndpointAnnotation.TargetPort;

    /// <summary>The host.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has no address yet.</exception>
    public string Host => Allocated.Address;

    /// <summary>The URL.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has no address yet.</exception>
    public string Url => Allocated.UriString;

    /// <summary>What the exception says when the resource has no endpoint of that name. Null: a standard sentence.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Whether the endpoint is named after the scheme <c>http</c> or <c>https</c>.</summary>
    public bool IsHttpSchemeNamedEndpoint =>
        string.Equals(EndpointName, "http", StringComparisons.EndpointName) || string.Equals(EndpointName, "https", StringComparisons.EndpointName);

    string IManifestExpressionProvider.ValueExpression => GetExpression();

    IEnumerable<object> IValueWithReferences.References => [Resource];

    private AllocatedEndpoint Allocated => FindAllocated() ?? throw new InvalidOperationException(
        $"Endpoint '{EndpointName}' of resource '{Resource.Name}' has no address yet. Read it after the resource has started, or await its value.");

    /// <summary>The expression of a part of the address in a manifest, such as <c>{web.bindings.http.port}</c>.</summary>
    internal string GetExpression(EndpointProperty property = EndpointProperty.Url)
    {
        var part = property switch
        {
            EndpointProperty.Url => "url",
            EndpointProperty.Host or EndpointProperty.IPV4Host => "host",
            EndpointProperty.Port => "port",
            EndpointProperty.Scheme => "scheme",
            EndpointProperty.TargetPort => "targetPort",
            EndpointProperty.HostAndPort => "hostAndPort",
            EndpointProperty.TlsEnabled => "tlsEnabled",
            _ => throw new ArgumentOutOfRangeException(nameof(property), property, "Endpoints have no such property."),
        };
        return property is EndpointProperty.HostAndPort
            ? $"{GetExpression(EndpointProperty.Host)}:{GetExpression(EndpointProperty.Port)}"
            : $"{{{Resource.Name}.bindings.{EndpointName}.{part}}}";
    }

    /// <summary>A part of the address as a value.</summary>
    /// <param name="property">The part.</param>
    /// <returns>The value.</returns>
    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    /// <summary>One of two values, by whether the endpoint speaks TLS.</summary>
    /// <param name="enabledValue">With TLS.</param>
    /// <param name="disabledValue">Without.</param>
    /// <returns>The choice, made when the value is read.</returns>
    public ReferenceExpression GetTlsValue(ReferenceExpression enabledValue, ReferenceExpression disabledValue) =>
        ReferenceExpression.CreateConditional(Property(EndpointProperty.TlsEnabled), bool.TrueString, enabledValue, disabledValue);

    /// <summary>The URL; waits until the endpoint has an address.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The URL.</returns>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        Property(EndpointProperty.Url).GetValueAsync(cancellationToken);

    /// <summary>The URL as the given caller has to use it; waits until the endpoint has an address.</summary>
    /// <param name="context">Who asks, and from which network.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The URL.</returns>
    public ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) =>
        Property(EndpointProperty.Url).GetValueAsync(context, cancellationToken);

    private static string EndpointsOf(IResource resource)
    {
        var names = string.Join(", ", resource.Annotations.OfType<EndpointAnnotation>().Select(e => $"'{e.Name}'"));
        return names.Length == 0 ? "It has none." : $"It has {names}.";
    }

    private EndpointAnnotation? FindEndpoint() => _endpoint ??= Resource.Annotations.OfType<EndpointAnnotation>()
        .FirstOrDefault(e => string.Equals(e.Name, EndpointName, StringComparisons.EndpointName));

    private AllocatedEndpoint? FindAllocated()
    {
        if (FindEndpoint() is not { } endpoint)
            return null;

        return endpoint.AllAllocatedEndpoints.TryGetAllocatedEndpoint(ContextNetworkID ?? endpoint.DefaultNetworkID, out var allocated)
            ? allocated
            : null;
    }
}
