using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Jobs;

/// <summary>What a kind of job does. It may be begun again at any point: everything that must happen once is a part of its <see cref="JobContext"/>.</summary>
internal interface IJobWork
{
    string Kind { get; }

    /// <summary>Name of the route, for the log.</summary>
    string Action { get; }

    /// <summary>Name in events and in <c>agent_logs</c>.</summary>
    string Agent { get; }

    Task<DoneEvent> RunAsync(JobContext context, CancellationToken cancellationToken);
}
