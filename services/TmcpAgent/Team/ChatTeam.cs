using Microsoft.Extensions.Options;
using Tmcp.Agent.Chat;
using Tmcp.Agent.Threads;

namespace Tmcp.Agent.Team;

/// <summary>Supervisor, one member, supervisor again, until the supervisor is satisfied.</summary>
internal sealed class ChatTeam(Supervisor supervisor, MemberTurn members, IOptions<ChatLimits> limits, ILogger<ChatTeam> logger)
{
    /// <exception cref="ChatTurnsException">The supervisor was not satisfied in time.</exception>
    public async Task AnswerAsync(string message, ChatSession session, CancellationToken cancellationToken)
    {
        await session.Thread.AppendAsync(new ThreadEntry(Author: null, message));
        for (var turn = 0; ; turn++)
        {
            if (await supervisor.RouteAsync(session, someoneReported: turn > 0, cancellationToken) is not { } member)
            {
                if (turn == 0)
                    await session.Thread.AppendAsync(new ThreadEntry(Members.Supervisor, await supervisor.ReplyAsync(session, cancellationToken)));
                return;
            }

            if (turn >= limits.Value.SupervisorTurns)
                throw new ChatTurnsException(limits.Value.SupervisorTurns);

            Log.MemberChosen(logger, member.Name, turn + 1);
            await session.Thread.AppendAsync(new ThreadEntry(member.Name, await members.WorkAsync(member, session, cancellationToken)));
        }
    }
}

/// <summary>The supervisor sent out members again and again.</summary>
internal sealed class ChatTurnsException(int limit) : Exception(
    $"The request was stopped after {limit} members' turns (setting Chat:SupervisorTurns). What they did stays; ask for one thing at a time.");
