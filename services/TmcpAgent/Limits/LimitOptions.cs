using System.ComponentModel.DataAnnotations;

namespace Tmcp.Agent.Limits;

/// <summary>How much one user may ask for in a minute. Generous: a person does not notice them, a loop does.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Chats of one user; one more is answered with 429. 0 for no limit, to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int ChatsPerMinute { get; set; } = 60;

    /// <summary>Results of all generators that one user asks for; one more is answered with 429. 0 for no limit, to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int GenerationsPerMinute { get; set; } = 60;

    /// <summary>Calls of one tool by one user; the model is told of one more. 0 for no limit, to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int ToolCallsPerMinute { get; set; } = 120;
}
