using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Tmcp.Bridge.Transport;

/// <summary><c>/mcp</c>: one message in, its answer out. Nothing is kept between requests, so any replica can answer.</summary>
internal sealed class StreamableHttpEndpoint(McpServers servers, DirectToolCalls calls)
{
    public async Task PostAsync(HttpContext context)
    {
        if (!AcceptsBoth(context.Request))
        {
            await RpcError.Create(StatusCodes.Status406NotAcceptable, RpcError.ServerError, "Not Acceptable: the client must accept both application/json and text/event-stream.").ExecuteAsync(context);
            return;
        }

        if (ProtocolHeaders.FindUnsupported(context.Request.Headers) is { } version)
        {
            await RpcError.UnsupportedVersion(version).ExecuteAsync(context);
            return;
        }

        var message = await JsonRpcBody.FindAsync(context);
        if (message is null)
        {
            await RpcError.Create(StatusCodes.Status400BadRequest, (int)McpErrorCode.InvalidRequest, "Bad Request: the body must be one JSON-RPC message of type application/json.").ExecuteAsync(context);
            return;
        }

        if (ProtocolHeaders.FindMismatch(context.Request.Headers, message) is { } mismatch)
        {
            await RpcError.Create(StatusCodes.Status400BadRequest, (int)McpErrorCode.HeaderMismatch, mismatch).ExecuteAsync(context);
            return;
        }

        if (message is JsonRpcRequest request && DirectToolCalls.Find(message) is { } call)
            await calls.AnswerAsync(context, request, call);
        else
            await AnswerAsync(context, message);
    }

    private async Task AnswerAsync(HttpContext context, JsonRpcMessage message)
    {
        await using var transport = servers.CreateStatelessTransport();
        await using var server = servers.Create(transport);
        using var session = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var running = server.RunAsync(session.Token);
        try
        {
            StreamHeaders.Set(context);
            var answered = await transport.HandlePostRequestAsync(
                message, new ResponseBuffer(context.Response.BodyWriter), context.RequestAborted);
            if (!answered)
            {
                context.Response.Headers.ContentType = default;
                context.Response.Headers.ContentEncoding = default;
                context.Response.StatusCode = StatusCodes.Status202Accepted;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; the call is cancelled with it.
        }
        finally
        {
            await transport.DisposeAsync();
            await running;
        }
    }

    private static bool AcceptsBoth(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("*/*", StringComparison.Ordinal)
            || (accept.Contains("application/json", StringComparison.OrdinalIgnoreCase)
                && accept.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase));
    }
}
