using System.Text.Json.Serialization.Metadata;

namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>One producer behind a service; made by dcp when the producer runs.</summary>
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

    public string ApiVersion { get; } = DcpJson.GroupVersion;

    public string Kind { get; } = "Endpoint";

    public required DcpMetadata Metadata { get; init; }

    public required DcpEndpointSpec Spec { get; init; }
}

/// <summary>Address of the producer.</summary>
internal sealed record DcpEndpointSpec(string ServiceName, string? Address, int? Port, string ServiceNamespace = "");
