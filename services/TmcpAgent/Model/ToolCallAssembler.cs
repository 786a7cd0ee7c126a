using System.Text;
using OpenAI.Chat;

namespace Tmcp.Agent.Model;

/// <summary>Puts streamed tool calls together from their pieces.</summary>
internal sealed class ToolCallAssembler
{
    private readonly List<Pending> _calls = [];

    public int Characters { get; private set; }

    // Pieces of one call share an index; only the first brings id and name. Ollama sends whole calls and gives several of them the
    // same index, so a new id at a known index begins a new call.
    public void Add(StreamingChatToolCallUpdate piece)
    {
        var call = _calls.LastOrDefault(call => call.Index == piece.Index);
        if (call is null || (!string.IsNullOrEmpty(piece.ToolCallId) && call.Id is not null && call.Id != piece.ToolCallId))
            _calls.Add(call = new Pending(piece.Index));

        if (!string.IsNullOrEmpty(piece.ToolCallId))
            call.Id = piece.ToolCallId;
        if (!string.IsNullOrEmpty(piece.FunctionName))
            call.Name = piece.FunctionName;
        if (piece.FunctionArgumentsUpdate is { } arguments)
        {
            var text = arguments.ToString();
            call.Arguments.Append(text);
            Characters += text.Length;
        }
    }

    public IReadOnlyList<ChatToolCall> Build() =>
        [.. _calls.Select((call, number) => ChatToolCall.CreateFunctionToolCall(
            call.Id ?? $"call_{number}", call.Name ?? "", BinaryData.FromString(call.Arguments.Length == 0 ? "{}" : call.Arguments.ToString())))];

    private sealed class Pending(int index)
    {
        public int Index { get; } = index;

        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();
    }
}
