using System.Text.Json.Serialization;

namespace Tmcp.Agent.Generation.Events;

/// <summary>One event of a generator's stream, as <c>data: {"type":...}</c>. A <see cref="DoneEvent"/> or an <see cref="ErrorEvent"/> is the last one.</summary>
/// <param name="Type">What it is; always the first member.</param>
internal abstract record GeneratorEvent([property: JsonPropertyOrder(-1)] string Type);

/// <param name="Status">Which state: a word of the route's own, or <c>active</c> or <c>thinking</c>.</param>
/// <param name="Agent">Whose.</param>
/// <param name="Step">What it does, in words.</param>
internal sealed record StatusEvent(string Status, string Agent, string? Step) : GeneratorEvent("status");

/// <param name="Content">A piece of the model's answer, as it arrived.</param>
internal sealed record ChunkEvent(string Content) : GeneratorEvent("chunk");

/// <param name="Message">What is missing or was changed, and what to do about it.</param>
/// <param name="Field">Where, for example <c>brand.core_messaging</c>.</param>
internal sealed record WarningEvent(string Message, string? Field) : GeneratorEvent("warning");

/// <param name="Error">What failed, on what, what to do.</param>
/// <param name="Step">The part that failed.</param>
internal sealed record ErrorEvent(string Error, string? Step) : GeneratorEvent("error");

/// <summary>The end of a stream that succeeded; each route has its own.</summary>
internal abstract record DoneEvent() : GeneratorEvent("done");
