namespace Tmcp.Agent.Generation.Events;

/// <summary>Lets warnings pass and nothing else: for many generators at work for one stream.</summary>
internal sealed class WarningsOnly(IEventSink events) : IEventSink
{
    public ValueTask WriteAsync(GeneratorEvent generatorEvent, CancellationToken cancellationToken) =>
        generatorEvent is WarningEvent ? events.WriteAsync(generatorEvent, cancellationToken) : ValueTask.CompletedTask;
}
