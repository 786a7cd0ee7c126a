using System.Text.Json.Serialization.Metadata;

namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>One container.</summary>
internal sealed record DcpContainer : IDcpKind<DcpContainer>
{
    /// <inheritdoc />
    public static string Plural => "containers";

    /// <inheritdoc />
    public static JsonTypeInfo<DcpContainer> TypeInfo => DcpJson.Default.DcpContainer;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpList<DcpContainer>> ListTypeInfo => DcpJson.Default.DcpListDcpContainer;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpWatchEvent<DcpContainer>> EventTypeInfo => DcpJson.Default.DcpWatchEventDcpContainer;

    public string ApiVersion { get; } = DcpJson.GroupVersion;

    public string Kind { get; } = "Container";

    public required DcpMetadata Metadata { get; init; }

    public required DcpContainerSpec Spec { get; init; }

    public DcpContainerStatus? Status { get; init; }
}

/// <summary>What dcp has seen of the container.</summary>
internal sealed record DcpContainerStatus
{
    public string? State { get; init; }

    public string? ContainerId { get; init; }

    public string? ContainerName { get; init; }

    /// <summary>The runtime's own words when it could not start.</summary>
    public string? Message { get; init; }

    public int? ExitCode { get; init; }

    public DateTime? StartupTimestamp { get; init; }

    public DateTime? FinishTimestamp { get; init; }

    public IReadOnlyList<DcpVariable>? EffectiveEnv { get; init; }

    public IReadOnlyList<string>? EffectiveArgs { get; init; }
}
