using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Tmcp.Bridge.Transport;

/// <summary>One open event stream and the messages that are posted to it. Ends when idle for too long.</summary>
internal sealed class SseSession : IAsyncDisposable
{
    private readonly SseResponseStreamTransport _transport;
    private readonly TimeSpan _idleTimeout;
    private readonly ITimer _idle;
    private readonly CancellationTokenSource _ended;
    private int _messages;
    private volatile bool _timedOut;

    public SseSession(string id, string? token, string endpoint, Stream output, TimeSpan idleTimeout, TimeProvider clock, CancellationToken streamEnded)
    {
        Id = id;
        Token = token;
        _idleTimeout = idleTimeout;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(streamEnded);
        _transport = new SseResponseStreamTransport(output, endpoint, id);
        _idle = clock.CreateTimer(_ => TimeOut(), state: null, idleTimeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>32 hex digits, 128 random bits: who knows it can speak in the name of the session's token.</summary>
    public string Id { get; }

    /// <summary>Token of the request that opened the stream; used for messages that bring none.</summary>
    public string? Token { get; }

    public int Messages => _messages;

    public string EndReason => _timedOut ? "idle" : "ended";

    /// <summary>Serves the stream until the client leaves, the service stops or the session has been idle for too long.</summary>
    public async Task RunAsync(McpServers servers, KeepAliveStream output, TimeSpan keepAlive, TimeProvider clock)
    {
        var writing = _transport.RunAsync(_ended.Token);
        try
        {
            await using var server = servers.Create(_transport);
            await using var beat = clock.CreateTimer(_ => output.Beat(_ended.Cancel), state: null, keepAlive, keepAlive);
            await server.RunAsync(_ended.Token);
        }
        finally
        {
            await _transport.DisposeAsync();
            await writing;
        }
    }

    /// <summary>Takes a message in; its answer goes out on the stream.</summary>
    public async Task ReceiveAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _messages);
        _idle.Change(_idleTimeout, Timeout.InfiniteTimeSpan);
        // The handler runs on the stream's loop; tenant and span are those of this request.
        message.Context ??= new JsonRpcMessageContext();
        message.Context.ExecutionContext = ExecutionContext.Capture();
        await _transport.OnMessageReceivedAsync(message, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync();
        await _transport.DisposeAsync();
        _ended.Dispose();
    }

    private void TimeOut()
    {
        _timedOut = true;
        _ended.Cancel();
    }
}
