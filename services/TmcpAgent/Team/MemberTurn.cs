using Microsoft.Extensions.Options;
using OpenAI.Chat;
using Tmcp.Agent.Bridge;
using Tmcp.Agent.Chat;
using Tmcp.Agent.Model;
using Tmcp.Agent.Telemetry;
using Tmcp.Agent.Tools;

namespace Tmcp.Agent.Team;

/// <summary>A member's turn: ask the model, call what it wants called, show it the results, until it only talks.</summary>
internal sealed class MemberTurn(
    ModelClient model, ToolRunner tools, Workspaces workspaces, WebSearch search, AgentTelemetry telemetry, IOptions<ChatLimits> limits,
    TimeProvider clock)
{
    /// <summary>Works until the member has an answer, and returns it.</summary>
    public async Task<string> WorkAsync(Member member, ChatSession session, CancellationToken cancellationToken)
    {
        using var operation = telemetry.StartMember(member.Name);
        try
        {
            await session.ActivateAsync(member.Name, cancellationToken);
            var answer = await LoopAsync(member, await BeginAsync(member, session, cancellationToken), session, cancellationToken);
            operation.Succeed();
            return answer;
        }
        catch (Exception exception) when (Note(operation, exception))
        {
            throw;
        }
    }

    private async Task<string> LoopAsync(Member member, List<ChatMessage> conversation, ChatSession session, CancellationToken cancellationToken)
    {
        var offered = member.SearchesTheWeb && search.Enabled ? ToolDefinitions.RecordsAndSearch : ToolDefinitions.Records;
        for (var round = 0; round < limits.Value.MemberRounds; round++)
        {
            await session.ThinkAsync(cancellationToken);
            var answer = await model.AskAsync(conversation, offered, session.Budget, session.SayAsync, cancellationToken);
            if (answer.ToolCalls.Count == 0)
                return answer.Text;

            conversation.Add(ToMessage(answer));
            foreach (var result in await tools.RunAsync(answer.ToolCalls, session, cancellationToken))
                conversation.Add(result);
        }

        var stopped = $"{member.Name} stopped after the maximum of {limits.Value.MemberRounds} steps. What is done so far stays; ask again to go on.";
        await session.SayAsync(stopped, cancellationToken);
        return stopped;
    }

    private async Task<List<ChatMessage>> BeginAsync(Member member, ChatSession session, CancellationToken cancellationToken)
    {
        var list = await workspaces.GetAsync(session.Caller, cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return Conversation.Build(
            Prompts.ForMember(member, list, session.Caller.UserId, today, search.Enabled), session.Thread.Snapshot());
    }

    private static AssistantChatMessage ToMessage(ModelAnswer answer)
    {
        var message = new AssistantChatMessage(answer.ToolCalls);
        if (answer.Text.Length > 0)
            message.Content.Add(ChatMessageContentPart.CreateTextPart(answer.Text));
        return message;
    }

    private static bool Note(Operation operation, Exception exception)
    {
        operation.Fail(exception);
        return false;
    }
}
