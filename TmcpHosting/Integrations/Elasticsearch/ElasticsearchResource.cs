namespace Aspire.Hosting.ApplicationModel;

/// <summary>One node of Elasticsearch in a container.</summary>
/// <param name="name">The name.</param>
/// <param name="password">The password of the user <c>elastic</c>.</param>
public class ElasticsearchResource(string name, ParameterResource password) : ContainerResource(name), IResourceWithConnectionString
{
    internal const string PrimaryEndpointName = "http";
    internal const string InternalEndpointName = "internal";
    internal const string UserName = "elastic";

    private EndpointReference? _primaryEndpoint;
    private EndpointReference? _internalEndpoint;

    /// <summary>The endpoint for clients.</summary>
    public EndpointReference PrimaryEndpoint => _primaryEndpoint ??= new EndpointReference(this, PrimaryEndpointName);

    /// <summary>The endpoint that nodes use among themselves.</summary>
    public EndpointReference InternalEndpoint => _internalEndpoint ??= new EndpointReference(this, InternalEndpointName);

    /// <summary>The password of the user <c>elastic</c>.</summary>
    public ParameterResource PasswordParameter { get; } = password;

    /// <summary><c>http://elastic:password@host:port</c>; the password is not escaped.</summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"http://{UserName}:{PasswordParameter}@{PrimaryEndpoint.Property(EndpointProperty.Host)}:{PrimaryEndpoint.Property(EndpointProperty.Port)}");
}
