using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Model;
using Tmcp.ServiceDefaults.Tenancy;

namespace Tmcp.Agent.Jobs;

/// <summary>Runs jobs in the background until they end, are lost to another replica, or the process ends.</summary>
internal sealed class JobRunner(
    IEnumerable<IJobWork> works, JobDirectory directory, JobArchive archive, RecordReader reader, RecordWriter writer, AgentLog agentLog, TokenCheck tokens,
    TenantAccessor tenants, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobRunner> logger) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Value.AtOnce);
    private readonly ConcurrentDictionary<Job, Task> _running = new();

    public void Start(Job job)
    {
        // A job is nobody's request: it must not inherit the span or log scope of the one that happened to start it.
        using (ExecutionContext.SuppressFlow())
        {
            var task = Task.Run(() => RunAsync(job));
            _running[job] = task;
            if (task.IsCompleted)
                _running.TryRemove(job, out _);
        }
    }

    /// <summary>Interrupts all jobs and waits until that is written down.</summary>
    public async Task DrainAsync()
    {
        foreach (var job in directory.Here)
            job.Interrupt(JobInterruption.Stopping);
        await Task.WhenAll(_running.Values);
    }

    public void Dispose() => _slots.Dispose();

    private async Task RunAsync(Job job)
    {
        var work = works.Single(work => work.Kind == job.State.Kind);
        tenants.Use(job.State.Tenant);
        var budget = new ModelBudget(options.Value.Tokens, "Jobs:Tokens", job.State.Tokens);
        var context = new JobContext(job, work.Agent, budget, archive, reader, writer, clock);
        using var time = clock.CreateTimer(_ => job.Interrupt(JobInterruption.TimeIsUp), null, options.Value.Time, Timeout.InfiniteTimeSpan);
        try
        {
            await EndAsync(job, work, context, await WorkAsync(job, work, context));
        }
        catch (Exception exception) // The edge of a background task: nobody else would hear of it.
        {
            Log.JobBroke(logger, exception, job.Id);
            job.Append(GenerationFailures.Unexpected(exception, work.Action), clock.GetUtcNow(), state => state with { Status = JobStatus.Failed });
        }
        finally
        {
            _running.TryRemove(job, out _);
        }
    }

    /// <summary>The last event, or null when the job goes on elsewhere.</summary>
    private async Task<GeneratorEvent?> WorkAsync(Job job, IJobWork work, JobContext context)
    {
        try
        {
            await _slots.WaitAsync(job.Stop.Token);
            try
            {
                await AdmitAsync(job, context);
                return await work.RunAsync(context, job.Stop.Token);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (Exception exception) // Whatever went wrong, the last event says it.
        {
            return Explain(exception, job, work, context.Run.Step);
        }
    }

    // A job that was begun before: is its caller still who it was?
    private async Task AdmitAsync(Job job, JobContext context)
    {
        var starts = job.State.Starts;
        if (starts == 1)
            return;

        await context.Run.StatusAsync("active", context.Run.Agent, $"Going on after an interruption, {starts - 1} so far", job.Stop.Token);
        if (starts > options.Value.Starts)
            throw new GenerationException($"The job was interrupted {starts - 1} times and is given up (setting Jobs:Starts). See the agent's log, then start it again for less at once.", "Restart");
        if (job.Caller.Token.Length == 0)
            throw new GenerationException("The job was interrupted and your sign-in for it is gone: it has expired, or the agent's key was changed. Sign in and start it again.", "Sign-in");
        if (await tokens.CheckAsync(job.Caller.Token, job.Stop.Token) is TokenVerdict.Refused)
            throw new GenerationException("Your sign-in ended while the job was interrupted. What is done stays: sign in again and start a job for the rest.", "Sign-in");
    }

    private ErrorEvent? Explain(Exception exception, Job job, IJobWork work, string step)
    {
        switch (job.Interruption)
        {
            case JobInterruption.Lost:
            case JobInterruption.Stopping when job.Durable:
                return null;
            case JobInterruption.Stopping:
                return new ErrorEvent("The agent is being stopped, and without Redis the job ends with it. What is done stays; start a job for the rest.", step);
            case JobInterruption.Cancelled:
                return new ErrorEvent("cancelled", "cancelled");
            case JobInterruption.TimeIsUp:
                return new ErrorEvent($"The job took longer than {options.Value.Time.TotalMinutes:0.#} min (setting Jobs:Time) and was stopped. What is done stays; ask for less at once.", step);
        }

        if (GenerationFailures.Explain(exception, step) is { } known)
        {
            Log.GenerationFailed(logger, work.Action, known.Step ?? step, exception is GenerationException ? "see the error of the stream" : known.Error);
            return known;
        }

        Log.GenerationBroke(logger, exception, work.Action, step);
        return GenerationFailures.Unexpected(exception, work.Action);
    }

    private async Task EndAsync(Job job, IJobWork work, JobContext context, GeneratorEvent? last)
    {
        if (last is null)
        {
            Log.JobLeft(logger, job.Id, job.Interruption);
            if (job.Interruption == JobInterruption.Stopping)
            {
                await archive.SaveAsync(job);
                await archive.ReleaseAsync(job);
            }

            directory.Remove(job);
            return;
        }

        var error = last as ErrorEvent;
        await agentLog.WriteAsync(context.Run, work.Action, error?.Error, clock.GetUtcNow() - job.State.CreatedAt, RecordId.For(job.Id, "log"));
        job.Append(last, clock.GetUtcNow(), state => state with
        {
            Status = error is null ? JobStatus.Done : job.Interruption == JobInterruption.Cancelled ? JobStatus.Cancelled : JobStatus.Failed,
            Tokens = context.Run.Budget.Spent,
            Done = error is null ? state.Total : state.Done,
            Result = error is null ? ResultOf(last) : null,
        });
        if (job.Durable)
            await archive.SaveAsync(job);
    }

    private static JsonElement ResultOf(GeneratorEvent done)
    {
        var result = JsonSerializer.SerializeToNode(done, done.GetType(), GeneratorWire.Types)!.AsObject();
        result.Remove("type");
        return result.Deserialize(GeneratorWire.Types.JsonElement);
    }
}
