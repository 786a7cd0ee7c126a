using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

/// <summary>A server with a connection string and connection properties.</summary>
internal sealed class TestServer(string name, ReferenceExpression connectionString) : Resource(name), IResourceWithConnectionString, IResourceWithEndpoints
{
    public ReferenceExpression ConnectionStringExpression { get; } = connectionString;

    public string? ConnectionStringEnvironmentVariable { get; init; }

    public Dictionary<string, ReferenceExpression> Properties { get; } = [];

    public IEnumerable<KeyValuePair<string, ReferenceExpression>> GetConnectionProperties() => Properties;
}
