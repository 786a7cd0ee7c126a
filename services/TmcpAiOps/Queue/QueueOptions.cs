using System.ComponentModel.DataAnnotations;

namespace Tmcp.AiOps.Queue;

/// <summary>How accepted work is done.</summary>
internal sealed class QueueOptions
{
    public const string Section = "AiOps:Queue";

    /// <summary>Name of this process in the consumer group: the same after a restart, different for each replica.</summary>
    [Required]
    public string Consumer { get; set; } = Environment.MachineName;

    /// <summary>Incidents worked on at once. 1 to 256.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 8;

    /// <summary>Entries taken from the stream and not finished: waiting for their turn or for a retry. 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int MaxOutstanding { get; set; } = 1_000;

    /// <summary>Longest pause between two looks at an empty stream; own additions are seen at once. 10 ms to 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:10")]
    public TimeSpan IdlePoll { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long an entry must lie untouched before another replica takes it over. 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ClaimAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often to say that an entry is still being worked on; a third of <see cref="ClaimAfter"/> at most. 100 ms to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan KeepEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause before the first retry, doubled before each further one. 1 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest pause between retries. 10 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Age at which an entry that others cannot take now (Discord is away) becomes a dead letter. 1 s to 7 d.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Attempts for failures that waiting will hardly mend. 1 to 100.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>How often an entry may end the process before it becomes a dead letter. 1 to 100.</summary>
    [Range(1, 100)]
    public int MaxCrashes { get; set; } = 3;

    /// <summary>Dead letters kept; the oldest go first. 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int MaxDeadLetters { get; set; } = 10_000;
}
