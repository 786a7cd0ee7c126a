namespace Tmcp.AiOps.Incidents;

/// <summary>One thing that happened to an incident.</summary>
/// <param name="At">When.</param>
/// <param name="What">In a word: opened, joined, reopened, resolved, analysed, told, edited, failed, quiet.</param>
/// <param name="Detail">In words.</param>
internal sealed record TimelineEntry(DateTimeOffset At, string What, string Detail);
