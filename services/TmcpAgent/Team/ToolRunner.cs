using System.Text.Json;
using Microsoft.Extensions.Options;
using OpenAI.Chat;
using Tmcp.Agent.Chat;
using Tmcp.Agent.Telemetry;
using Tmcp.Agent.Tools;

namespace Tmcp.Agent.Team;

/// <summary>Runs the tool calls of one model answer, in order, and tells the stream about each.</summary>
internal sealed class ToolRunner(TeamTools tools, AgentTelemetry telemetry, IOptions<ChatLimits> limits)
{
    public async Task<IReadOnlyList<ToolChatMessage>> RunAsync(
        IReadOnlyList<ChatToolCall> calls, ChatSession session, CancellationToken cancellationToken)
    {
        var results = new List<ToolChatMessage>();
        foreach (var call in calls)
        {
            var result = results.Count < limits.Value.ToolCallsPerRound
                ? await RunOneAsync(call, session, cancellationToken)
                : $"Error: not carried out, at most {limits.Value.ToolCallsPerRound} calls are allowed at once.";
            results.Add(new ToolChatMessage(call.Id, result));
        }

        return results;
    }

    private async Task<string> RunOneAsync(ChatToolCall call, ChatSession session, CancellationToken cancellationToken)
    {
        var written = call.FunctionArguments.ToString();
        var arguments = ToolArguments.Parse(written);
        var input = arguments?.Show() ?? JsonSerializer.SerializeToElement(written, ChatJson.Default.String);
        await session.SendAsync(new ChatEvent.ToolStart(call.FunctionName, input), cancellationToken);

        var result = Cut(await CallAsync(call.FunctionName, arguments, session, cancellationToken));
        await session.SendAsync(new ChatEvent.ToolEnd(call.FunctionName, result), cancellationToken);
        return result;
    }

    private async Task<string> CallAsync(string tool, ToolArguments? arguments, ChatSession session, CancellationToken cancellationToken)
    {
        using var operation = telemetry.StartToolCall(TeamTools.NameForTelemetry(tool));
        try
        {
            var result = await tools.RunAsync(tool, arguments, session.Caller, cancellationToken);
            if (result.StartsWith("Error", StringComparison.Ordinal))
                operation.Fail("tool_error");
            else
                operation.Succeed();
            return result;
        }
        catch (Exception exception) when (Note(operation, exception))
        {
            throw;
        }
    }

    private string Cut(string result)
    {
        var most = limits.Value.ToolResultCharacters;
        return result.Length <= most ? result : $"{result[..most]}\n... cut: {result.Length - most} more characters. Ask for less: a filter, a smaller page.";
    }

    private static bool Note(Operation operation, Exception exception)
    {
        operation.Fail(exception);
        return false;
    }
}
