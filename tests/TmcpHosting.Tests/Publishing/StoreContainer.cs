using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Publishing;

/// <summary>A container with a connection string, as the integrations of Aspire have them.</summary>
internal sealed class StoreContainer(string name, ParameterResource password) : ContainerResource(name), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"{new EndpointReference(this, "tcp").Property(EndpointProperty.HostAndPort)},password={password}");
}
