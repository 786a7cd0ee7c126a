namespace Aspire.Hosting.ApplicationModel;

/// <summary>A connection string taken from the AppHost's configuration.</summary>
internal sealed class ConnectionStringParameterResource : ParameterResource, IResourceWithConnectionString
{
    public ConnectionStringParameterResource(string name, Func<ParameterDefault?, string> callback, string? environmentVariableName)
        : base(name, callback, secret: true)
    {
        ConnectionStringEnvironmentVariable = environmentVariableName;
        IsConnectionString = true;
    }

    public string? ConnectionStringEnvironmentVariable { get; }

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{this}");

    ValueTask<string?> IResourceWithConnectionString.GetConnectionStringAsync(CancellationToken cancellationToken) => GetValueAsync(cancellationToken);
}
