using System.Collections.Concurrent;
using Tmcp.Agent.Callers;
using Tmcp.ServiceDefaults.Tenancy;

namespace Tmcp.Agent.Jobs;

/// <summary>Finds jobs: those of this process, and those that Redis knows.</summary>
internal sealed class JobDirectory(JobArchive archive, TenantAccessor tenants)
{
    private readonly ConcurrentDictionary<string, Job> _here = new();

    /// <summary>Jobs of this process, running or ended.</summary>
    public ICollection<Job> Here => _here.Values;

    public Job? Find(string jobId) => _here.GetValueOrDefault(jobId);

    /// <summary>The job itself, or the one of that id that is there already.</summary>
    public Job Add(Job job) => _here.GetOrAdd(job.Id, job);

    public void Remove(Job job) => _here.TryRemove(KeyValuePair.Create(job.Id, job));

    /// <summary>A job of the caller; other people's do not exist.</summary>
    public async Task<JobState?> FindAsync(string jobId, Caller caller)
    {
        var state = Find(jobId)?.State ?? (archive.IsOpen ? await archive.FindAsync(jobId) : null);
        return state is not null && IsVisible(state, caller) ? state : null;
    }

    /// <summary>The caller's jobs, newest first.</summary>
    public async Task<IReadOnlyList<JobState>> ListAsync(Caller caller)
    {
        var stored = archive.IsOpen ? await archive.ListAsync(caller.UserId) : [];
        return
        [
            .. _here.Values.Select(job => job.State).Concat(stored)
                .DistinctBy(state => state.JobId)
                .Where(state => IsVisible(state, caller))
                .OrderByDescending(state => state.CreatedAt),
        ];
    }

    private bool IsVisible(JobState state, Caller caller) => state.UserId == caller.UserId && state.Tenant == tenants.Current;
}
