namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>One environment variable.</summary>
internal sealed record DcpVariable(string Name, string? Value)
{
    /// <summary>The value is left out: it may be a secret.</summary>
    public override string ToString() => Name;
}
