namespace Tmcp.Agent.Generation.Events;

/// <summary>Where the events of a generator go.</summary>
internal interface IEventSink
{
    /// <summary>Takes an event; may be called concurrently.</summary>
    ValueTask WriteAsync(GeneratorEvent generatorEvent, CancellationToken cancellationToken);
}
