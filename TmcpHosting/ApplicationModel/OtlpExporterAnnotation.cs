namespace Aspire.Hosting.ApplicationModel;

/// <summary>The resource sends its telemetry to the dashboard.</summary>
public class OtlpExporterAnnotation : IResourceAnnotation
{
    /// <summary>The protocol it needs. Null: gRPC when the dashboard has it.</summary>
    public OtlpProtocol? RequiredProtocol { get; init; }
}
