using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.Agent.Jobs;

/// <summary>Names of a job's keys: all tenants' together, the tenant stands in the state.</summary>
internal sealed class JobKeys(RedisKeys keys)
{
    private const string Area = "jobs";

    /// <summary>Set of the ids of jobs that are not ended.</summary>
    public string Running => keys.OfDeployment(Area, "running");

    /// <summary>Sorted set of a user's jobs by their beginning.</summary>
    public string Of(string userId) => keys.OfDeployment(Area, "of", userId);

    public string State(string jobId) => keys.OfDeployment(Area, "state", jobId);

    /// <summary>Sorted set of events by their number.</summary>
    public string Events(string jobId) => keys.OfDeployment(Area, "events", jobId);

    /// <summary>Hash of what is done.</summary>
    public string Parts(string jobId) => keys.OfDeployment(Area, "parts", jobId);

    public string Token(string jobId) => keys.OfDeployment(Area, "token", jobId);

    public string Lease(string jobId) => keys.OfDeployment(Area, "lease", jobId);

    public string Cancel(string jobId) => keys.OfDeployment(Area, "cancel", jobId);
}
