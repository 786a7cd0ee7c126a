using System.ComponentModel.DataAnnotations;

namespace Tmcp.Agent.Jobs;

/// <summary>How long jobs run on the server.</summary>
internal sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>
    /// Secret from which the key is derived that encrypts the callers' tokens of running jobs in Redis. Environment: <c>AGENT_JOB_KEY</c>, else
    /// <c>POCKETBASE_PASSWORD</c>, which all replicas share. Without either, jobs are kept in memory only.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>A replica that says nothing for this long has lost its jobs to the others. 1 s to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an ended job can be looked at. 1 min to 30 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Time that one job may take in one process. 1 s to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Time { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Tokens of one job over all model calls, in and out. 100 to 100,000,000.</summary>
    [Range(100, 100_000_000)]
    public int Tokens { get; set; } = 2_000_000;

    /// <summary>Running jobs of one user; one more is answered with 429. 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int PerUser { get; set; } = 3;

    /// <summary>Jobs at work in one process; further ones wait. 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int AtOnce { get; set; } = 8;

    /// <summary>Master contents that one job works on at the same time. Environment: <c>BATCH_MAX_CONCURRENT</c>. 1 to 100.</summary>
    [Range(1, 100)]
    public int Concurrency { get; set; } = 5;

    /// <summary>Times that a job is begun, the first one included, before it counts as the reason of the interruptions. 1 to 100.</summary>
    [Range(1, 100)]
    public int Starts { get; set; } = 5;
}
