using Tmcp.Agent.Model;

namespace Tmcp.Agent.Team;

/// <summary>Decides who acts next. Its routing words stay inside; only a reply that needs no member is streamed.</summary>
internal sealed class Supervisor(ModelClient model)
{
    /// <summary>The member who acts next, or null when the request is dealt with.</summary>
    public async Task<Member?> RouteAsync(ChatSession session, bool someoneReported, CancellationToken cancellationToken)
    {
        await session.ActivateAsync(Members.Supervisor, cancellationToken);
        await session.ThinkAsync(cancellationToken);
        var conversation = Conversation.Build(Prompts.Supervisor, session.Thread.Snapshot());
        var answer = await model.AskAsync(conversation, [], session.Budget, static (_, _) => Task.CompletedTask, cancellationToken);
        return Router.Choose(answer.Text, someoneReported);
    }

    /// <summary>Answers a request that no member is needed for.</summary>
    public async Task<string> ReplyAsync(ChatSession session, CancellationToken cancellationToken)
    {
        await session.ThinkAsync(cancellationToken);
        var conversation = Conversation.Build(Prompts.Reply, session.Thread.Snapshot());
        var answer = await model.AskAsync(conversation, [], session.Budget, session.SayAsync, cancellationToken);
        return answer.Text;
    }
}
