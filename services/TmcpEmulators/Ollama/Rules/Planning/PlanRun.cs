using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>
/// Runs a plan against the tool results that the conversation already holds. A plan is written from its beginning to its end and
/// runs anew for every request: calls that have been answered give their result, the first one that has not ends the turn.
/// </summary>
internal sealed class PlanRun(ToolBox tools, IReadOnlyList<Exchange> history, IAnswers answers)
{
    private int _next;

    public ToolBox Tools => tools;

    /// <summary>Calls a tool, or takes the result of that call from the conversation.</summary>
    public Step<ToolResult> Call(string name, params (string Role, JsonNode? Value)[] values) =>
        tools.Find(name) is { } tool ? Call(tool, values) : Stop(answers.ToolMissing(name));

    public Step<ToolResult> Call(ToolOffer tool, params (string Role, JsonNode? Value)[] values)
    {
        while (_next < history.Count && history[_next].Call.Name != tool.Name)
            _next++;
        if (_next == history.Count)
            return Step<ToolResult>.Stop(ModelReply.Do(NewCall(tool, values)));

        var result = history[_next++].Result;
        return result.Error is { } error
            ? Stop(answers.ToolFailed(tool.Name, RecordText.Cut(error, 500)))
            : Step<ToolResult>.Of(result);
    }

    private ToolCall NewCall(ToolOffer tool, (string Role, JsonNode? Value)[] values)
    {
        var arguments = ToolBox.Arguments(tool, values);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{history.Count} {tool.Name} {arguments.ToJsonString()}"));
        return new ToolCall($"call_{Convert.ToHexStringLower(hash)[..8]}", tool.Name, arguments);
    }

    private static Step<ToolResult> Stop(string text) => Step<ToolResult>.Stop(ModelReply.Say(text));
}
