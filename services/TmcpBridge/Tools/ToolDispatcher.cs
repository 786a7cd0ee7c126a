using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Limits;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Telemetry;
using Tmcp.Bridge.Transport;

namespace Tmcp.Bridge.Tools;

/// <summary>Answers <c>tools/list</c> and <c>tools/call</c>.</summary>
internal sealed class ToolDispatcher(
    IEnumerable<BridgeTool> tools,
    CallerResolver callers,
    CallLimits limits,
    BridgeMetrics metrics,
    TimeProvider clock,
    ILogger<ToolDispatcher> logger)
{
    private const string UnknownTool = "(unknown)";

    private readonly FrozenDictionary<string, BridgeTool> _tools = tools.ToFrozenDictionary(tool => tool.Definition.Name);
    private readonly ListToolsResult _list = new() { Tools = [.. tools.Select(tool => tool.Definition)] };

    public ValueTask<ListToolsResult> ListAsync(RequestContext<ListToolsRequestParams> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_list);

    public bool Knows(string tool) => _tools.ContainsKey(tool);

    /// <summary>For the library's own way of answering.</summary>
    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var call = request.Params ?? throw new McpProtocolException("tools/call needs params with the name of a tool.", McpErrorCode.InvalidParams);
        var answer = await RunAsync(call, RequestToken.Of(request.JsonRpcRequest), cancellationToken);
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = answer.Text }],
            StructuredContent = answer.IsRejection
                ? null
                : JsonSerializer.SerializeToElement(new StructuredResult(answer.Text), ToolJson.Default.StructuredResult),
            IsError = answer.IsRejection,
        };
    }

    /// <summary>Runs a tool in the name of the token among its arguments, or else of the one that came with the request.</summary>
    public async Task<ToolAnswer> RunAsync(CallToolRequestParams call, string? requestToken, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var outcome = CallOutcome.Failed;
        var tool = _tools.GetValueOrDefault(call.Name);
        try
        {
            if (tool is null)
                throw new ArgumentRejectedException($"Unknown tool: {call.Name}. The tools are {string.Join(", ", _tools.Keys.Order())}.");

            var arguments = new ToolArguments(call.Name, call.Arguments);
            var token = PresentedToken.Normalize(arguments.Text(ToolParameter.AuthToken.Name)) ?? requestToken;
            var caller = await callers.ResolveAsync(token, cancellationToken);
            await limits.TakeAsync(call.Name, caller);
            var text = await tool.RunAsync(arguments, caller, cancellationToken);
            outcome = CallOutcome.Ok;
            return new ToolAnswer(text, IsRejection: false);
        }
        catch (ArgumentRejectedException exception)
        {
            outcome = CallOutcome.Rejected;
            return new ToolAnswer(exception.Message, IsRejection: true);
        }
        catch (Exception exception) when (ErrorText.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            // No rejection, although the text tells an error: the older clients look at the text only.
            outcome = CallOutcome.Error;
            return new ToolAnswer(ErrorText.Of(exception, call.Name, logger), IsRejection: false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The edge of a tool: a defect of one must not end the session. Its text may hold anything, so it goes to the log only.
            Log.ToolFailed(logger, exception, call.Name);
            Activity.Current?.SetStatus(ActivityStatusCode.Error);
            return new ToolAnswer($"The tool {call.Name} failed inside the bridge. Try again; if it fails again, see the bridge's log.", IsRejection: true);
        }
        finally
        {
            metrics.CallEnded(tool is null ? UnknownTool : call.Name, outcome, clock.GetElapsedTime(start));
        }
    }
}
