using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Generation.Briefs;

/// <param name="TotalCreated">Records made.</param>
/// <param name="TotalExpected">Records asked for.</param>
/// <param name="Warnings">Why there are fewer, or null.</param>
internal sealed record BriefsDone(int TotalCreated, int TotalExpected, IReadOnlyList<string>? Warnings) : DoneEvent;
