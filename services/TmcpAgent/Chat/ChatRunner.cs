using Microsoft.Extensions.Options;
using Tmcp.Agent.Bridge;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Model;
using Tmcp.Agent.Team;
using Tmcp.Agent.Telemetry;
using Tmcp.Agent.Threads;

namespace Tmcp.Agent.Chat;

/// <summary>Runs one chat from message to last event: <c>done</c>, or <c>error</c> whatever went wrong.</summary>
internal sealed class ChatRunner(
    ChatTeam team, ThreadAccess threads, AgentTelemetry telemetry, IOptions<ChatLimits> limits, IHostApplicationLifetime lifetime,
    TimeProvider clock, ILogger<ChatRunner> logger)
{
    /// <param name="request">What the user says.</param>
    /// <param name="caller">Who says it.</param>
    /// <param name="events">Where the answer goes.</param>
    /// <param name="clientGone">Fires when nobody listens any more.</param>
    public async Task RunAsync(ChatRequest request, Caller caller, IChatEvents events, CancellationToken clientGone)
    {
        using var time = new CancellationTokenSource(limits.Value.Time, clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(clientGone, time.Token, lifetime.ApplicationStopping);
        var started = clock.GetTimestamp();
        var thread = await threads.OpenAsync(caller.UserId, request.ThreadId);
        var session = new ChatSession(caller, thread, events, new ModelBudget(limits.Value.Tokens));
        var outcome = "done";
        try
        {
            await team.AnswerAsync(request.Message, session, any.Token);
            await events.WriteAsync(new ChatEvent.Done(), clientGone);
        }
        catch (Exception exception) // The edge of a request whose status is already sent: an error event is all that can still be said.
        {
            outcome = clientGone.IsCancellationRequested ? "client_gone" : "error";
            var reason = Explain(exception, time.IsCancellationRequested, session.Step);
            await thread.AppendAsync(new ThreadEntry(
                session.Step, $"The request above was not completed ({Shorten(reason)}). Do not carry it out unless the user asks again."));
            if (outcome == "error")
                await events.WriteAsync(new ChatEvent.Error(reason, session.Step), clientGone);
        }
        finally
        {
            telemetry.ChatEnded(outcome, session.ModelCalls);
            Log.ChatEnded(logger, caller.UserId, outcome, session.ModelCalls, session.Budget.Spent, clock.GetElapsedTime(started).TotalSeconds);
        }
    }

    private string Explain(Exception exception, bool timeIsUp, string step)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return "The agent is being stopped. Send the message again when it is back.";
        if (timeIsUp)
            return $"The request took longer than {limits.Value.Time.TotalSeconds:0.#} s (setting Chat:Time) and was stopped. Ask for less at once, or raise the setting.";

        switch (exception)
        {
            case ModelException or BridgeException or ModelBudgetException or ChatTurnsException:
                Log.ChatFailed(logger, step, exception.Message);
                return exception.Message;
            case OperationCanceledException:
                return "The user left before the answer was complete.";
            default:
                Log.ChatBroke(logger, exception, step);
                return $"{step} failed unexpectedly ({exception.GetType().Name}). See the agent's log, then send the message again.";
        }
    }

    private static string Shorten(string reason) => reason.Split(". ", 2)[0];
}
