using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Tmcp.Agent.Chat;

/// <summary>Body of <c>POST /chat</c>.</summary>
/// <param name="Message">What the user says.</param>
/// <param name="ThreadId">Which conversation it belongs to; the same id of another user is another conversation.</param>
internal sealed record ChatRequest(
    [property: Description("What the user says.")] string Message,
    [property: JsonPropertyName("thread_id"), Description("Which of the caller's conversations it belongs to.")] string ThreadId = ChatRequest.DefaultThread)
{
    public const string DefaultThread = "default_thread";
}
