using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Limits;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Telemetry;
using Tmcp.Bridge.Transport;

namespace Tmcp.Bridge.Resources;

/// <summary>Answers <c>resources/list</c>, <c>resources/templates/list</c> and <c>resources/read</c>.</summary>
internal sealed class ResourceDispatcher(
    ResourceReader reader,
    CallerResolver callers,
    CallLimits limits,
    BridgeMetrics metrics,
    TimeProvider clock,
    ILogger<ResourceDispatcher> logger)
{
    public static ValueTask<ListResourcesResult> ListAsync(RequestContext<ListResourcesRequestParams> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ResourceDefinitions.Resources);

    public static ValueTask<ListResourceTemplatesResult> ListTemplatesAsync(RequestContext<ListResourceTemplatesRequestParams> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ResourceDefinitions.Templates);

    public async ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken)
    {
        var uri = request.Params?.Uri ?? "";
        var address = ResourceAddress.Find(uri)
            ?? throw new McpProtocolException($"Unknown resource: '{uri}'. See resources/list and resources/templates/list.", McpErrorCode.ResourceNotFound);

        var start = clock.GetTimestamp();
        var outcome = CallOutcome.Failed;
        try
        {
            var caller = await callers.ResolveAsync(RequestToken.Of(request.JsonRpcRequest), cancellationToken);
            await limits.TakeAsync($"resource-{address.Kind}", caller);
            var text = await reader.ReadAsync(address, caller, cancellationToken);
            outcome = CallOutcome.Ok;
            return Result(uri, text);
        }
        catch (Exception exception) when (ErrorText.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            outcome = CallOutcome.Error;
            return Result(uri, ErrorText.Of(exception, $"resource {address.Kind}", logger));
        }
        finally
        {
            metrics.CallEnded($"resource:{address.Kind}", outcome, clock.GetElapsedTime(start));
        }
    }

    private static ReadResourceResult Result(string uri, string text) => new()
    {
        Contents = [new TextResourceContents { Uri = uri, MimeType = ResourceDefinitions.MimeType, Text = text }],
    };
}
