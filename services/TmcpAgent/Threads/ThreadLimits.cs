using System.ComponentModel.DataAnnotations;

namespace Tmcp.Agent.Threads;

/// <summary>
/// How much conversation is remembered, in memory and in Redis. The defaults allow 300 users 10 threads of 30,000 characters each: 180 MB if everyone used all of it.
/// </summary>
internal sealed class ThreadLimits
{
    public const string Section = "Threads";

    /// <summary>Users with threads in memory; Redis has no such bound, only the others. 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int Users { get; set; } = 300;

    /// <summary>Threads of one user; a new one replaces the one unused for longest. 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int ThreadsPerUser { get; set; } = 10;

    /// <summary>Messages of one thread; the oldest are forgotten. 2 to 1,000.</summary>
    [Range(2, 1_000)]
    public int Messages { get; set; } = 40;

    /// <summary>Characters of one thread; the oldest messages are forgotten. 100 to 1,000,000.</summary>
    [Range(100, 1_000_000)]
    public int Characters { get; set; } = 30_000;

    /// <summary>Time after its last use until a thread is forgotten. 1 min to 30 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan Age { get; set; } = TimeSpan.FromHours(12);
}
