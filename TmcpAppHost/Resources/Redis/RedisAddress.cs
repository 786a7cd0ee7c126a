namespace Tmcp.AppHost.Redis;

/// <summary>Where a Redis that is no container listens, under the names that Aspire's own resource gives its consumers.</summary>
internal sealed record RedisAddress(EndpointReference Endpoint, ParameterResource Password) : IResourceAnnotation
{
    private EndpointReferenceExpression Host => Endpoint.Property(EndpointProperty.Host);

    private EndpointReferenceExpression Port => Endpoint.Property(EndpointProperty.Port);

    /// <summary><c>host:port,password=…</c>, as StackExchange.Redis reads it.</summary>
    internal ReferenceExpression ConnectionString => ReferenceExpression.Create($"{Host}:{Port},password={Password}");

    /// <summary>The parts, by the name that a consumer's variable ends with.</summary>
    internal IEnumerable<KeyValuePair<string, ReferenceExpression>> Properties =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Password", ReferenceExpression.Create($"{Password}")),
        new("Uri", ReferenceExpression.Create($"redis://:{Password:uri}@{Host}:{Port}")),
    ];
}
