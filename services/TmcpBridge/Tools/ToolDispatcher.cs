using System.Collections.Frozen;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Telemetry;
using Tmcp.Bridge.Transport;

namespace Tmcp.Bridge.Tools;

/// <summary>Answers <c>tools/list</c> and <c>tools/call</c>.</summary>
internal sealed class ToolDispatcher(
    IEnumerable<BridgeTool> tools,
    CallerResolver callers,
    BridgeMetrics metrics,
    TimeProvider clock,
    ILogger<ToolDispatcher> logger)
{
    private const string UnknownTool = "(unknown)";

    private readonly FrozenDictionary<string, BridgeTool> _tools = tools.ToFrozenDictionary(tool => tool.Definition.Name);
    private readonly ListToolsResult _list = new() { Tools = [.. tools.Select(tool => tool.Definition)] };

    public ValueTask<ListToolsResult> ListAsync(RequestContext<ListToolsRequestParams> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_list);

    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var outcome = CallOutcome.Failed;
        var name = request.Params?.Name ?? "";
        var tool = _tools.GetValueOrDefault(name);
        try
        {
            if (tool is null)
                throw new ArgumentRejectedException($"Unknown tool: {name}. The tools are {string.Join(", ", _tools.Keys.Order())}.");

            var arguments = new ToolArguments(name, request.Params!.Arguments);
            var token = PresentedToken.Normalize(arguments.Text(ToolParameter.AuthToken.Name)) ?? RequestToken.Of(request.JsonRpcRequest);
            var caller = await callers.ResolveAsync(token, cancellationToken);
            var text = await tool.RunAsync(arguments, caller, cancellationToken);
            outcome = CallOutcome.Ok;
            return Result(text);
        }
        catch (ArgumentRejectedException exception)
        {
            outcome = CallOutcome.Rejected;
            return new CallToolResult { Content = [new TextContentBlock { Text = exception.Message }], IsError = true };
        }
        catch (Exception exception) when (ErrorText.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            outcome = CallOutcome.Error;
            return Result(ErrorText.Of(exception, name, logger));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A defect: the library answers that an error occurred, without its text.
            Log.ToolFailed(logger, exception, name);
            throw;
        }
        finally
        {
            metrics.CallEnded(tool is null ? UnknownTool : name, outcome, clock.GetElapsedTime(start));
        }
    }

    // Not marked as an error even when the text tells one: the older clients look at the text only.
    private static CallToolResult Result(string text) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = JsonSerializer.SerializeToElement(new StructuredResult(text), ToolJson.Default.StructuredResult),
        IsError = false,
    };
}
