namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>Annotation keys; all but the first are our own bookkeeping, with the names Aspire gives them.</summary>
internal static class DcpAnnotations
{
    public const string ServiceProducer = "service-producer";
    public const string ResourceName = "resource-name";
    public const string EndpointName = "endpoint-name";
    public const string ReplicaCount = "resource-replica-count";
    public const string ReplicaIndex = "resource-replica-index";
}
