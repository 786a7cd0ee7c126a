namespace Tmcp.Agent.Jobs;

/// <summary>The words of <c>status</c>.</summary>
internal static class JobStatus
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}
