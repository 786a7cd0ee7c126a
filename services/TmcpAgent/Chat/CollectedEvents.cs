using System.Text;

namespace Tmcp.Agent.Chat;

/// <summary>Collects a chat for an answer in one piece.</summary>
internal sealed class CollectedEvents : IChatEvents
{
    private readonly StringBuilder _text = new();
    private readonly List<ToolCallReport> _calls = [];

    /// <summary>Why the chat failed, or null.</summary>
    public string? Error { get; private set; }

    public ChatAnswer ToAnswer(string conversationId) => new(conversationId, _text.ToString().Trim('\n'), _calls);

    public Task WriteAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        switch (chatEvent)
        {
            // What another member says begins on a line of its own.
            case ChatEvent.Status { Word: "active" } when _text.Length > 0 && _text[^1] != '\n':
                _text.Append('\n');
                break;
            case ChatEvent.Chunk chunk:
                _text.Append(chunk.Content);
                break;
            case ChatEvent.ToolStart call:
                _calls.Add(new ToolCallReport(call.Tool, call.Input, ""));
                break;
            case ChatEvent.ToolEnd result:
                _calls[^1] = _calls[^1] with { Output = result.Output };
                break;
            case ChatEvent.Error error:
                Error = error.Message;
                break;
        }

        return Task.CompletedTask;
    }
}
