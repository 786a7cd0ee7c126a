using System.Text.Json;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.ServiceDefaults.Tenancy;

namespace Tmcp.Agent.Jobs;

/// <summary>Begins jobs, each key once.</summary>
internal sealed class JobStarter(
    JobDirectory directory, JobArchive archive, JobRunner runner, TenantAccessor tenants, IOptions<JobOptions> options, TimeProvider clock)
{
    private const string MemoryOnly =
        "The agent keeps this job in memory only: it survives a lost connection, but not a restart of the agent. Configure Redis and AGENT_JOB_KEY to change that.";

    /// <param name="kind">What to do.</param>
    /// <param name="request">With what.</param>
    /// <param name="caller">For whom.</param>
    /// <param name="key">The client's name for this wish: the same key is the same job. Null for a new one.</param>
    public async Task<JobStart> StartAsync(string kind, IJobRequest request, Caller caller, string? key)
    {
        var body = request.ToJson();
        var id = key is null ? RecordId.Random() : RecordId.For("job", tenants.Current ?? "", caller.UserId, kind, key);
        if (key is not null && await directory.FindAsync(id, caller) is { } there)
            return Same(there, body);
        if ((await directory.ListAsync(caller)).Count(state => !state.HasEnded) >= options.Value.PerUser)
            return new JobStart.TooMany(options.Value.PerUser);

        var job = new Job(
            new JobState(id, kind, caller.UserId, tenants.Current, request.WorkspaceId, request.CampaignId, body, clock.GetUtcNow())
            {
                Owner = JobArchive.NewOwner(),
                UpdatedAt = clock.GetUtcNow(),
            },
            caller);
        var created = archive.IsOpen ? await archive.CreateAsync(job) : null;
        if (created == false)
            return await directory.FindAsync(id, caller) is { } other ? Same(other, body) : new JobStart.Running(id);
        if (directory.Add(job) is { } first && first != job)
            return Same(first.State, body);

        job.Append(new JobEvent(id, kind, job.Durable), clock.GetUtcNow());
        if (!job.Durable)
            job.Append(new WarningEvent(MemoryOnly, Field: null), clock.GetUtcNow());
        else
            await archive.SaveAsync(job);
        runner.Start(job);
        return new JobStart.Running(id);
    }

    private static JobStart Same(JobState there, JsonElement body) =>
        JsonElement.DeepEquals(there.Request, body) ? new JobStart.Running(there.JobId) : new JobStart.OtherBody();
}
