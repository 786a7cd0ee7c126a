using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Runs;

/// <summary>Body of a generator's route.</summary>
/// <typeparam name="TSelf">The body itself.</typeparam>
internal interface IGeneratorRequest<TSelf>
{
    /// <summary>Reads it; what is wrong stays in <paramref name="body"/>.</summary>
    static abstract TSelf Read(BodyReader body, HttpRequest request);
}

/// <summary>Makes something out of records, inside one request.</summary>
/// <typeparam name="TRequest">What it is asked for.</typeparam>
internal interface IGenerator<in TRequest>
{
    /// <summary>Name in events and in <c>agent_logs</c>.</summary>
    string Agent { get; }

    /// <exception cref="GenerationException">It cannot be made.</exception>
    Task<DoneEvent> GenerateAsync(TRequest request, GenerationRun run, CancellationToken cancellationToken);
}
