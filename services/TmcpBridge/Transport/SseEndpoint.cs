using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Telemetry;
using Tmcp.ServiceDefaults;

namespace Tmcp.Bridge.Transport;

/// <summary>The older transport: <c>GET /sse</c> is the stream of answers, <c>POST /messages/?session_id=…</c> brings the questions.</summary>
internal sealed class SseEndpoint(
    McpServers servers,
    IOptions<BridgeOptions> options,
    BridgeMetrics metrics,
    TimeProvider clock,
    ILogger<SseEndpoint> logger)
{
    private const int IdBytes = 16;

    private readonly ConcurrentDictionary<string, SseSession> _sessions = new();
    private int _open;

    public async Task OpenAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref _open) > options.Value.MaxSessions)
        {
            Interlocked.Decrement(ref _open);
            await RefuseAsync(context);
            return;
        }

        metrics.SessionOpened();
        try
        {
            await ServeAsync(context);
        }
        finally
        {
            metrics.SessionClosed();
            Interlocked.Decrement(ref _open);
        }
    }

    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        var id = context.Request.Query["session_id"].ToString();
        if (id.Length != IdBytes * 2 || !id.All(char.IsAsciiHexDigit))
            return Problem(StatusCodes.Status400BadRequest, "The session id is missing or malformed.", "Query parameter session_id must be the 32 hex digits of the 'endpoint' event of GET /sse.");
        if (!_sessions.TryGetValue(id.ToLowerInvariant(), out var session))
            return Problem(StatusCodes.Status404NotFound, "There is no such session.", "The session has ended, or belongs to another replica. Open a new one with GET /sse.");

        var message = await JsonRpcBody.FindAsync(context, session.Token);
        if (message is null)
            return Problem(StatusCodes.Status400BadRequest, "The message could not be read.", "The body must be one JSON-RPC message of type application/json.");

        try
        {
            await session.ReceiveAsync(message, context.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.Threading.Channels.ChannelClosedException or ObjectDisposedException)
        {
            return Problem(StatusCodes.Status404NotFound, "There is no such session.", "The session has just ended. Open a new one with GET /sse.");
        }

        return TypedResults.Text("Accepted", statusCode: StatusCodes.Status202Accepted);
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var stream = context.CreateStreamCancellation();
        StreamHeaders.Set(context);

        var id = RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true);
        await using var output = new KeepAliveStream(context.Response.Body, stream.Token);
        await using var session = new SseSession(
            id,
            PresentedToken.FromHeader(context.Request.Headers.Authorization),
            $"{PublicPrefix.Of(context.Request)}/messages/?session_id={id}",
            output,
            options.Value.SessionIdleTimeout,
            clock,
            stream.Token);

        _sessions[id] = session;
        Log.SessionOpened(logger, _open);
        try
        {
            await session.RunAsync(servers, output, options.Value.KeepAlive, clock);
        }
        catch (OperationCanceledException)
        {
            // The usual end of a stream: the client left, the service stops, or nobody spoke for too long.
        }
        finally
        {
            _sessions.TryRemove(id, out _);
            Log.SessionClosed(logger, session.EndReason, session.Messages, _open - 1);
        }
    }

    private Task RefuseAsync(HttpContext context)
    {
        Log.SessionRefused(logger, options.Value.MaxSessions);
        context.Response.Headers.RetryAfter = "5";
        return Problem(
            StatusCodes.Status503ServiceUnavailable,
            "Too many sessions are open.",
            $"{options.Value.MaxSessions} are allowed. Close some, use /mcp, which needs none, or raise Bridge:MaxSessions.").ExecuteAsync(context);
    }

    private static ProblemHttpResult Problem(int status, string title, string detail) =>
        TypedResults.Problem(title: title, detail: detail, statusCode: status);
}
