using System.ComponentModel.DataAnnotations;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Intake;

/// <summary>What is let in.</summary>
internal sealed class IntakeOptions
{
    public const string Section = "AiOps:Intake";

    /// <summary>When set, every request below <c>/api</c> must carry it as a bearer token. Environment: <c>AIOPS_TOKEN</c>.</summary>
    [MinLength(16, ErrorMessage = "AIOPS_TOKEN must have at least 16 characters.")]
    public string? Token { get; set; }

    /// <summary>Largest body of an alert in bytes. 1 kB to 64 MB.</summary>
    [Range(1_000, 64_000_000)]
    public int MaxAlertBytes { get; set; } = 1_000_000;

    /// <summary>Largest body of log lines in bytes; the cluster's shipper sends 1 MB at most. 1 kB to 64 MB.</summary>
    [Range(1_000, 64_000_000)]
    public int MaxLogBytes { get; set; } = 8_000_000;

    /// <summary>Least severity of an alert that counts.</summary>
    public Severity MinAlertSeverity { get; set; } = Severity.Warning;

    /// <summary>Least severity of a log line that counts.</summary>
    public Severity MinLogSeverity { get; set; } = Severity.Error;

    /// <summary>Names under which this service's own lines arrive. They never become alerts: that would feed itself.</summary>
    public IList<string> OwnNames { get; } = ["aiops-agent", "tmcp-aiops-agent", "TmcpAiOps"];

    /// <summary>Accepted entries that may wait; past this the intake answers 503. 100 to 10,000,000.</summary>
    [Range(100, 10_000_000)]
    public int MaxBacklog { get; set; } = 100_000;
}
