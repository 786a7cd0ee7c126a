using System.Text.Json.Serialization.Metadata;

namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>Where one process or container listens itself; dcp makes it when its producer runs and removes it when it stops.</summary>
internal sealed record DcpEndpoint : IDcpKind<DcpEndpoint>
{
    /// <inheritdoc />
    public static string Plural => "endpoints";

    /// <inheritdoc />
    public static JsonTypeInfo<DcpEndpoint> TypeInfo => DcpJson.Default.DcpEndpoint;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpList<DcpEndpoint>> ListTypeInfo => DcpJson.Default.DcpListDcpEndpoint;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpWatchEvent<DcpEndpoint>> EventTypeInfo => DcpJson.Default.DcpWatchEventDcpEndpoint;

    public required DcpMetadata Metadata { get; init; }

    public required DcpEndpointSpec Spec { get; init; }
}

/// <summary>The service it stands behind, and its address.</summary>
internal sealed record DcpEndpointSpec(string ServiceName, string Address, int Port);
