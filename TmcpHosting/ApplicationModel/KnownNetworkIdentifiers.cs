namespace Aspire.Hosting.ApplicationModel;

/// <summary>The networks every application has.</summary>
public static class KnownNetworkIdentifiers
{
    /// <summary>The network of processes on this machine.</summary>
    public static readonly NetworkIdentifier LocalhostNetwork = new("localhost");

    /// <summary>The network of the application's containers.</summary>
    public static readonly NetworkIdentifier DefaultAspireContainerNetwork = new("aspire-container-network");

    /// <summary>The internet.</summary>
    public static readonly NetworkIdentifier PublicInternet = new(".");
}
