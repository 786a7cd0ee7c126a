using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>A connection string put together from values of other resources.</summary>
public sealed class ConnectionStringResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    /// <summary>Describes a connection string.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="connectionStringExpression">The connection string.</param>
    public ConnectionStringResource(string name, ReferenceExpression connectionStringExpression)
        : base(name) => ConnectionStringExpression = connectionStringExpression ?? throw new ArgumentNullException(nameof(connectionStringExpression));

    /// <summary>The connection string.</summary>
    public ReferenceExpression ConnectionStringExpression { get; }
}
