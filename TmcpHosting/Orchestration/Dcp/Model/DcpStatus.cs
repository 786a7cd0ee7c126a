namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>Body of an error answer.</summary>
internal sealed record DcpStatus(int? Code, string? Reason, string? Message);
