namespace Tmcp.AppHost.Redis;

/// <summary><c>redis-server</c> of this machine.</summary>
internal sealed class RedisProgramResource : ExecutableResource, IResourceWithConnectionString
{
    private readonly RedisAddress _address;

    internal RedisProgramResource(string name, string command, string workingDirectory, string endpointName, ParameterResource password)
        : base(name, command, workingDirectory) => _address = new RedisAddress(new EndpointReference(this, endpointName), password);

    /// <inheritdoc/>
    public ReferenceExpression ConnectionStringExpression => _address.ConnectionString;

    /// <inheritdoc/>
    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() => _address.Properties;
}
