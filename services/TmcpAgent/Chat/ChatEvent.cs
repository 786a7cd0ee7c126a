using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tmcp.Agent.Chat;

/// <summary>One event of the stream, as <c>data: {"type":...}</c>. <see cref="Done"/> or <see cref="Error"/> is the last one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Status), "status")]
[JsonDerivedType(typeof(Chunk), "chunk")]
[JsonDerivedType(typeof(ToolStart), "tool_start")]
[JsonDerivedType(typeof(ToolEnd), "tool_end")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Error), "error")]
internal abstract record ChatEvent
{
    private ChatEvent()
    {
    }

    /// <param name="Word">Which state, in the field <c>status</c>: <c>active</c> or <c>thinking</c>.</param>
    /// <param name="Agent">Whose.</param>
    public sealed record Status([property: JsonPropertyName("status")] string Word, string Agent) : ChatEvent;

    public sealed record Chunk(string Content) : ChatEvent;

    /// <param name="Tool">Name of the tool.</param>
    /// <param name="Input">Arguments as the model wrote them.</param>
    public sealed record ToolStart(string Tool, JsonElement Input) : ChatEvent;

    public sealed record ToolEnd(string Tool, string Output) : ChatEvent;

    public sealed record Done : ChatEvent;

    /// <param name="Message">What failed, on what, what to do; in the field <c>error</c>.</param>
    /// <param name="Step">Who was at work.</param>
    public sealed record Error([property: JsonPropertyName("error")] string Message, string? Step) : ChatEvent;
}
