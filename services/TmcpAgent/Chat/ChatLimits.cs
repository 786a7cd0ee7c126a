using System.ComponentModel.DataAnnotations;

namespace Tmcp.Agent.Chat;

/// <summary>What one request may cost.</summary>
internal sealed class ChatLimits
{
    public const string Section = "Chat";

    /// <summary>Members that the supervisor may send out for one message. 1 to 50.</summary>
    [Range(1, 50)]
    public int SupervisorTurns { get; set; } = 6;

    /// <summary>Model calls of one member's turn. 1 to 100.</summary>
    [Range(1, 100)]
    public int MemberRounds { get; set; } = 10;

    /// <summary>Tool calls that are carried out of one model answer; the model is told of the rest. 1 to 100.</summary>
    [Range(1, 100)]
    public int ToolCallsPerRound { get; set; } = 16;

    /// <summary>Tokens over all model calls, in and out. 100 to 10,000,000.</summary>
    [Range(100, 10_000_000)]
    public int Tokens { get; set; } = 200_000;

    /// <summary>Time from the message to the last event. 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Time { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Length of a message. 1 to 1,000,000 characters.</summary>
    [Range(1, 1_000_000)]
    public int MessageCharacters { get; set; } = 20_000;

    /// <summary>Length to which a tool's result is cut. 100 to 1,000,000 characters.</summary>
    [Range(100, 1_000_000)]
    public int ToolResultCharacters { get; set; } = 16_000;
}
