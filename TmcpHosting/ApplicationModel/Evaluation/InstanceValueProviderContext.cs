namespace Aspire.Hosting.ApplicationModel;

/// <summary>Asks for the values of one replica.</summary>
internal sealed class InstanceValueProviderContext : ValueProviderContext
{
    public required ResourceInstance? Instance { get; init; }
}
