using System.ComponentModel.DataAnnotations;

namespace Tmcp.Agent.Generation.Runs;

/// <summary>What one generation inside a request may cost.</summary>
internal sealed class GenerationLimits
{
    public const string Section = "Generation";

    /// <summary>Tokens over all model calls, in and out. 100 to 10,000,000.</summary>
    [Range(100, 10_000_000)]
    public int Tokens { get; set; } = 200_000;

    /// <summary>Time from the request to the last event. 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Time { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Time between two comment lines of a stream; shorter than the idle limit of every proxy on the way. 1 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Length to which each text of a record is cut before the model sees it; the stream says so. 100 to 1,000,000 characters.</summary>
    [Range(100, 1_000_000)]
    public int ContextCharacters { get; set; } = 20_000;

    /// <summary>Time for writing the entry into <c>agent_logs</c> after the end. 1 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan LogTime { get; set; } = TimeSpan.FromSeconds(10);
}
