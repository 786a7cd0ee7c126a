using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Jobs;

/// <summary>The first event of a job.</summary>
/// <param name="JobId">For the routes below <c>/jobs</c>.</param>
/// <param name="Kind"><c>batch-posts</c> or <c>content-briefs</c>.</param>
/// <param name="Durable">Whether it survives a restart of the agent.</param>
internal sealed record JobEvent(string JobId, string Kind, bool Durable) : GeneratorEvent("job");
