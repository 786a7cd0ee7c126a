using Tmcp.Agent.Callers;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Generation.Runs;

/// <summary>What the parts of one generation share: whose it is, where its events go, what it may cost.</summary>
/// <param name="caller">Whose token reads and writes.</param>
/// <param name="agent">Name of the agent in events and in the log.</param>
/// <param name="events">Where events go.</param>
/// <param name="budget">What is left to spend.</param>
internal sealed class GenerationRun(Caller caller, string agent, IEventSink events, ModelBudget budget)
{
    public Caller Caller => caller;

    public string Agent => agent;

    public ModelBudget Budget => budget;

    public IEventSink Events => events;

    /// <summary>The part at work, which an error names.</summary>
    public string Step { get; set; } = "";

    /// <summary>Where the run is entered into <c>agent_logs</c>: the workspace of the records it works on.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>The same run for a part whose chatter nobody wants to hear.</summary>
    public GenerationRun Quiet() => new(caller, agent, new WarningsOnly(events), budget) { Step = Step, WorkspaceId = WorkspaceId };

    /// <summary>Says a status word, which becomes the step.</summary>
    public ValueTask EnterAsync(string word, CancellationToken cancellationToken)
    {
        Step = word;
        return SendAsync(new StatusEvent(word, agent, Step: null), cancellationToken);
    }

    public ValueTask StatusAsync(string word, string who, string? step, CancellationToken cancellationToken) =>
        SendAsync(new StatusEvent(word, who, step), cancellationToken);

    public ValueTask WarnAsync(string message, string? field, CancellationToken cancellationToken) =>
        SendAsync(new WarningEvent(message, field), cancellationToken);

    public ValueTask SendAsync(GeneratorEvent generatorEvent, CancellationToken cancellationToken) =>
        events.WriteAsync(generatorEvent, cancellationToken);
}
