using System.Text.Json.Serialization.Metadata;

namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>A network of the container runtime.</summary>
internal sealed record DcpContainerNetwork : IDcpKind<DcpContainerNetwork>
{
    /// <inheritdoc />
    public static string Plural => "containernetworks";

    /// <inheritdoc />
    public static JsonTypeInfo<DcpContainerNetwork> TypeInfo => DcpJson.Default.DcpContainerNetwork;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpList<DcpContainerNetwork>> ListTypeInfo => DcpJson.Default.DcpListDcpContainerNetwork;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpWatchEvent<DcpContainerNetwork>> EventTypeInfo => DcpJson.Default.DcpWatchEventDcpContainerNetwork;

    public string ApiVersion { get; } = DcpJson.GroupVersion;

    public string Kind { get; } = "ContainerNetwork";

    public required DcpMetadata Metadata { get; init; }

    public required DcpContainerNetworkSpec Spec { get; init; }

    public DcpContainerNetworkStatus? Status { get; init; }
}

/// <summary>Name and life of the network.</summary>
internal sealed record DcpContainerNetworkSpec(string NetworkName, bool? Persistent = null);

/// <summary>What became of the network.</summary>
internal sealed record DcpContainerNetworkStatus
{
    public string? State { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<string>? Gateways { get; init; }
}
