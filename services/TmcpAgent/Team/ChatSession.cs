using Tmcp.Agent.Callers;
using Tmcp.Agent.Chat;
using Tmcp.Agent.Model;
using Tmcp.Agent.Threads;

namespace Tmcp.Agent.Team;

/// <summary>What the members at work on one message share.</summary>
internal sealed class ChatSession(Caller caller, OpenThread thread, IChatEvents events, ModelBudget budget)
{
    public Caller Caller => caller;

    public OpenThread Thread => thread;

    public ModelBudget Budget => budget;

    /// <summary>Who is at work.</summary>
    public string Step { get; private set; } = Members.Supervisor;

    /// <summary>Model calls so far.</summary>
    public int ModelCalls { get; private set; }

    public Task ActivateAsync(string agent, CancellationToken cancellationToken)
    {
        Step = agent;
        return SendAsync(new ChatEvent.Status("active", agent), cancellationToken);
    }

    public Task ThinkAsync(CancellationToken cancellationToken)
    {
        ModelCalls++;
        return SendAsync(new ChatEvent.Status("thinking", Step), cancellationToken);
    }

    public Task SayAsync(string text, CancellationToken cancellationToken) => SendAsync(new ChatEvent.Chunk(text), cancellationToken);

    public Task SendAsync(ChatEvent chatEvent, CancellationToken cancellationToken) => events.WriteAsync(chatEvent, cancellationToken);
}
