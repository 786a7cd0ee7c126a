using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>An MCP server with both transports, made from the SDK, whose tools do what a test says. It can die and come back on its port.</summary>
internal sealed class FakeBridge : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, SseResponseStreamTransport> _sessions = new();
    private readonly McpServerOptions _options;
    private LocalServer? _server;
    private int _port;
    private int _connections;

    private FakeBridge() => _options = new McpServerOptions
    {
        ServerInfo = new Implementation { Name = "fake", Version = "1" },
        Capabilities = new ServerCapabilities { Tools = new(), Resources = new() },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = async (_, _) =>
            {
                await Gate;
                return new ListToolsResult();
            },
            CallToolHandler = async (request, cancellationToken) => await CallAsync(request.Params!, cancellationToken),
            ReadResourceHandler = (request, _) => ValueTask.FromResult(new ReadResourceResult
            {
                Contents = [new TextResourceContents { Uri = request.Params!.Uri, Text = $"resource {request.Params.Uri}" }],
            }),
        },
    };

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public ConcurrentQueue<BridgeCall> Calls { get; } = new();

    /// <summary>Authorization headers by method of the JSON-RPC message.</summary>
    public ConcurrentQueue<(string Method, string Authorization)> Posts { get; } = new();

    /// <summary>Streams opened (HTTP+SSE only).</summary>
    public int Connections => _connections;

    /// <summary>What the tools answer; a text that begins with "Invalid" goes out as the protocol's own kind of error.</summary>
    public Func<BridgeCall, CancellationToken, Task<string>> Answer { get; set; } = (_, _) => Task.FromResult("{}");

    /// <summary>Every answer waits for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public string WorkspacesAnswer { get; set; } = """{"items":[{"id":"ws1","name":"Demo Workspace"}],"page":1,"perPage":50,"totalItems":1,"totalPages":1}""";

    /// <summary>Calls of the tools that a test cares about: without the look at the workspaces that begins each member's turn.</summary>
    public IEnumerable<BridgeCall> Work => Calls.Where(call => !IsWorkspaces(call));

    public static async Task<FakeBridge> StartAsync()
    {
        var bridge = new FakeBridge();
        await bridge.ReviveAsync();
        return bridge;
    }

    public async Task KillAsync()
    {
        var server = Interlocked.Exchange(ref _server, null);
        _sessions.Clear();
        if (server is not null)
            await server.DisposeAsync();
    }

    public async Task ReviveAsync()
    {
        _server = await LocalServer.StartAsync(app =>
        {
            app.MapGet("/sse", (RequestDelegate)StreamAsync);
            app.MapPost("/messages/", (RequestDelegate)ReceiveAsync);
            app.MapPost("/mcp", (RequestDelegate)StreamableAsync);
        }, _port);
        _port = _server.Address.Port;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static bool IsWorkspaces(BridgeCall call) => call.Tool == "list_records" && call.Text("collection") == "workspaces";

    private async Task<CallToolResult> CallAsync(CallToolRequestParams parameters, CancellationToken cancellationToken)
    {
        var call = new BridgeCall(parameters.Name, parameters.Arguments?.ToDictionary() ?? []);
        Calls.Enqueue(call);
        await Gate;
        var text = IsWorkspaces(call) ? WorkspacesAnswer : await Answer(call, cancellationToken);
        return new CallToolResult { Content = [new TextContentBlock { Text = text }], IsError = text.StartsWith("Invalid", StringComparison.Ordinal) };
    }

    private async Task StreamAsync(HttpContext context)
    {
        Interlocked.Increment(ref _connections);
        context.Response.ContentType = "text/event-stream";
        var id = Guid.NewGuid().ToString("N");
        await using var transport = new SseResponseStreamTransport(context.Response.Body, $"/messages/?session_id={id}", id);
        _sessions[id] = transport;
        try
        {
            var writing = transport.RunAsync(context.RequestAborted);
            await using var server = McpServer.Create(transport, _options);
            await Task.WhenAll(writing, server.RunAsync(context.RequestAborted));
        }
        catch (OperationCanceledException)
        {
            // The client left.
        }
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        if (!_sessions.TryGetValue(context.Request.Query["session_id"].ToString(), out var session))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await session.OnMessageReceivedAsync(await ReadAsync(context), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task StreamableAsync(HttpContext context)
    {
        var message = await ReadAsync(context);
        message.Context ??= new JsonRpcMessageContext();
        message.Context.ProtocolVersion = context.Request.Headers["MCP-Protocol-Version"].ToString() is { Length: > 0 } version ? version : null;
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = McpServer.Create(transport, _options);
        var running = server.RunAsync(context.RequestAborted);
        context.Response.ContentType = "text/event-stream";
        if (!await transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted))
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        await transport.DisposeAsync();
        await running;
    }

    private async Task<JsonRpcMessage> ReadAsync(HttpContext context)
    {
        var message = (await context.Request.ReadFromJsonAsync<JsonRpcMessage>(McpJsonUtilities.DefaultOptions))!;
        if (message is JsonRpcRequest request)
            Posts.Enqueue((request.Method, context.Request.Headers.Authorization.ToString()));
        return message;
    }
}
