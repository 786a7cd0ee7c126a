using System.Text.Json.Serialization;
using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Dcp;

/// <summary>Serialisation of everything that crosses the wire to dcp.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DcpExecutable))]
[JsonSerializable(typeof(DcpList<DcpExecutable>))]
[JsonSerializable(typeof(DcpWatchEvent<DcpExecutable>))]
[JsonSerializable(typeof(DcpContainer))]
[JsonSerializable(typeof(DcpList<DcpContainer>))]
[JsonSerializable(typeof(DcpWatchEvent<DcpContainer>))]
[JsonSerializable(typeof(DcpService))]
[JsonSerializable(typeof(DcpList<DcpService>))]
[JsonSerializable(typeof(DcpWatchEvent<DcpService>))]
[JsonSerializable(typeof(DcpEndpoint))]
[JsonSerializable(typeof(DcpList<DcpEndpoint>))]
[JsonSerializable(typeof(DcpWatchEvent<DcpEndpoint>))]
[JsonSerializable(typeof(DcpContainerNetwork))]
[JsonSerializable(typeof(DcpList<DcpContainerNetwork>))]
[JsonSerializable(typeof(DcpWatchEvent<DcpContainerNetwork>))]
[JsonSerializable(typeof(DcpStatus))]
[JsonSerializable(typeof(DcpServiceProducer[]))]
internal sealed partial class DcpJson : JsonSerializerContext
{
    /// <summary>API group and version of every kind.</summary>
    public const string GroupVersion = "usvc-dev.developer.microsoft.com/v1";
}
