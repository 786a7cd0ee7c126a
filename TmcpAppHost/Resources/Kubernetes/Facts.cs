namespace Tmcp.AppHost.Kubernetes;

// The members of tmcp.kubernetes.v0; a null is not written, and the reader's default holds.
internal sealed record WorkloadFacts
{
    public string? Name { get; init; }

    public string? Short { get; init; }

    public string? App { get; init; }

    public string? Image { get; init; }

    public string? Mode { get; init; }

    public int? User { get; init; }

    public bool? ReadOnlyRoot { get; init; }

    public int? Replicas { get; init; }

    public AutoscaleFacts? Autoscale { get; init; }

    internal bool IsEmpty => this == new WorkloadFacts();
}

internal sealed record AutoscaleFacts(int Min, int Max, int CpuPercent);

internal sealed record PortFacts(int? Port, int? TargetPort);

internal sealed record ProbeFacts(string Http, int? Seconds = null);

internal sealed record ResourceFacts(string Cpu, string Memory, string MemoryLimit);

internal sealed record ClaimFacts(string Claim, string Size);

internal sealed record SecretHomeFacts(string Key, string Property, bool Optional);

internal sealed record CallerFacts(string App, string? Namespace);

internal sealed record BackupFacts(string Kind, string Schedule, int Keep, string Size);
