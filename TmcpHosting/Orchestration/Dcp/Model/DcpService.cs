using System.Text.Json.Serialization.Metadata;

namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>A stable address in front of whatever produces the service.</summary>
internal sealed record DcpService : IDcpKind<DcpService>
{
    /// <inheritdoc />
    public static string Plural => "services";

    /// <inheritdoc />
    public static JsonTypeInfo<DcpService> TypeInfo => DcpJson.Default.DcpService;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpList<DcpService>> ListTypeInfo => DcpJson.Default.DcpListDcpService;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpWatchEvent<DcpService>> EventTypeInfo => DcpJson.Default.DcpWatchEventDcpService;

    public string ApiVersion { get; } = DcpJson.GroupVersion;

    public string Kind { get; } = "Service";

    public required DcpMetadata Metadata { get; init; }

    public required DcpServiceSpec Spec { get; init; }

    public DcpServiceStatus? Status { get; init; }
}

/// <summary>Where the service shall listen.</summary>
internal sealed record DcpServiceSpec
{
    /// <summary>Public port; null lets dcp choose.</summary>
    public int? Port { get; init; }

    /// <summary>Never leave this out: the controller panics in a loop and the service never gets an address.</summary>
    public required string Protocol { get; init; }

    public string? Address { get; init; }

    public string? AddressAllocationMode { get; init; }
}

/// <summary>Where the service listens.</summary>
internal sealed record DcpServiceStatus
{
    public string? State { get; init; }

    public string? EffectiveAddress { get; init; }

    public int? EffectivePort { get; init; }
}

/// <summary>Entry of the <c>service-producer</c> annotation.</summary>
internal sealed record DcpServiceProducer(string ServiceName, string? Address = null, int? Port = null);
