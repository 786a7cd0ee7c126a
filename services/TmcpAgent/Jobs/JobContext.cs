using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Jobs;

/// <summary>A job from the point of view of its work.</summary>
internal sealed class JobContext(
    Job job, string agent, Model.ModelBudget budget, JobArchive archive, RecordReader reader, RecordWriter writer, TimeProvider clock) : IEventSink
{
    private GenerationRun? _run;

    public GenerationRun Run => _run ??= new GenerationRun(job.Caller, agent, this, budget) { WorkspaceId = job.State.WorkspaceId };

    /// <summary>The body of the request.</summary>
    public T Read<T>(JsonTypeInfo<T> type) => job.State.Request.Deserialize(type)!;

    /// <summary>Says how much there is to do.</summary>
    public void SetTotal(int parts) => job.Change(state => state with { Total = parts });

    /// <summary>What the part yielded, now or in an earlier run of this job.</summary>
    public async Task<T> OnceAsync<T>(string part, JsonTypeInfo<T> type, Func<Task<T>> make, CancellationToken cancellationToken)
    {
        if (job.FindPart(part) is { } done)
            return JsonSerializer.Deserialize(done, type)!;

        await RequireHeldAsync(cancellationToken);
        var value = await make();
        job.SetPart(part, JsonSerializer.Serialize(value, type), clock.GetUtcNow());
        await SaveAsync();
        return value;
    }

    /// <summary>
    /// A record made for a part, its fields and its id. The id follows from job and part: a run that was interrupted after the record was made, and
    /// before that was noted, finds it there.
    /// </summary>
    /// <param name="collection">Where to.</param>
    /// <param name="part">For what.</param>
    /// <param name="write">Says what is in it; not asked when it is there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<JsonObject> CreateOnceAsync(string collection, string part, Func<Task<JsonObject>> write, CancellationToken cancellationToken) =>
        OnceAsync(part, GeneratorWire.Types.JsonObject, async () =>
        {
            var id = RecordId.For(job.Id, part);
            if (job.State.Starts > 1 && await reader.FindAsync(job.Caller, collection, id, cancellationToken) is { } there)
                return there.Bare();

            var fields = await write();
            await RequireHeldAsync(cancellationToken);
            await writer.CreateAsync(job.Caller, collection, id, fields, cancellationToken);
            return fields;
        }, cancellationToken);

    public async ValueTask WriteAsync(GeneratorEvent generatorEvent, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        job.Append(generatorEvent, clock.GetUtcNow());
        await SaveAsync();
    }

    // Nothing new is begun by a process that may have lost the job, or for a user whose token has expired.
    private async Task RequireHeldAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TokenExpiry.Read(job.Caller.Token) is not { } expires || expires <= clock.GetUtcNow())
            throw new GenerationException("Your sign-in expired while the job was running. What is done stays: sign in again and start a job for the rest.", "Sign-in");

        while (job.Durable && clock.GetTimestamp() >= job.HeldUntil)
        {
            var changed = job.Changed;
            if (clock.GetTimestamp() >= job.HeldUntil)
                await changed.WaitAsync(cancellationToken);
        }
    }

    private async Task SaveAsync()
    {
        job.Change(state => state with { Tokens = budget.Spent });
        if (job.Durable)
            await archive.SaveAsync(job);
    }
}
