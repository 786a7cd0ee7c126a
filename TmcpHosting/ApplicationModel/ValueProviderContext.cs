namespace Aspire.Hosting.ApplicationModel;

/// <summary>Who asks for a value, and from where.</summary>
public class ValueProviderContext
{
    /// <summary>Run or publish; null when not known.</summary>
    public DistributedApplicationExecutionContext? ExecutionContext { get; init; }

    /// <summary>The resource that will use the value.</summary>
    public IResource? Caller { get; init; }

    /// <summary>The network the value is used in. Null: the network of <see cref="Caller"/>.</summary>
    public NetworkIdentifier? Network { get; init; }
}
