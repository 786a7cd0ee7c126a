using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Generation.Runs;

/// <summary>Runs one generation from the request to its last event: <c>done</c>, or <c>error</c> whatever went wrong.</summary>
internal sealed class GenerationRunner(
    AgentLog agentLog, IOptions<GenerationLimits> limits, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<GenerationRunner> logger)
{
    /// <param name="generator">What to run.</param>
    /// <param name="request">What it is asked for.</param>
    /// <param name="action">Name of the route, for the log.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="events">Where the answer goes.</param>
    /// <param name="clientGone">Fires when nobody listens any more.</param>
    public async Task RunAsync<TRequest>(
        IGenerator<TRequest> generator, TRequest request, string action, Caller caller, IEventSink events, CancellationToken clientGone)
    {
        using var time = new CancellationTokenSource(limits.Value.Time, clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(clientGone, time.Token, lifetime.ApplicationStopping);
        var started = clock.GetTimestamp();
        var run = new GenerationRun(caller, generator.Agent, events, new ModelBudget(limits.Value.Tokens, "Generation:Tokens"));
        string? trouble = null;
        try
        {
            await events.WriteAsync(await generator.GenerateAsync(request, run, any.Token), clientGone);
        }
        catch (Exception exception) // The edge of a request whose status is already sent: an error event is all that can still be said.
        {
            var error = Explain(exception, time.IsCancellationRequested, run, action);
            trouble = clientGone.IsCancellationRequested ? "The user left before the result was complete." : error.Error;
            if (!clientGone.IsCancellationRequested)
                await events.WriteAsync(error, clientGone);
        }
        finally
        {
            await agentLog.WriteAsync(run, action, trouble, clock.GetElapsedTime(started));
        }
    }

    private ErrorEvent Explain(Exception exception, bool timeIsUp, GenerationRun run, string action)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return new ErrorEvent("The agent is being stopped. Ask again when it is back.", run.Step);
        if (timeIsUp)
        {
            return new ErrorEvent(
                $"{action} took longer than {limits.Value.Time.TotalSeconds:0.#} s (setting Generation:Time) and was stopped. Use a faster model, or raise the setting.", run.Step);
        }

        if (GenerationFailures.Explain(exception, run.Step) is { } known)
        {
            // Texts about records may quote what people wrote: those are for the stream only.
            Log.GenerationFailed(logger, action, known.Step ?? run.Step, exception is GenerationException ? "see the error of the stream" : known.Error);
            return known;
        }

        if (exception is not OperationCanceledException)
            Log.GenerationBroke(logger, exception, action, run.Step);
        return GenerationFailures.Unexpected(exception, action);
    }
}
