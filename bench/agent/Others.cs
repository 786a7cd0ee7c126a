using System.Diagnostics;
using System.Text.Json;

namespace Tmcp.AgentBench;

/// <summary>
/// What the agent asks, in a process of its own: a model whose words are the times at which they leave, PocketBase's check of tokens, and a
/// bridge that knows nothing.
/// </summary>
internal static class Others
{
    private const int Words = 48;

    /// <summary>4 words a second: 1,000 streams are 4,000 words a second.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/v1/models", () => Results.Text("""{"object":"list","data":[{"id":"bench"}]}""", "application/json"));
        app.MapGet("/api/health", () => Results.Text("""{"code":200}""", "application/json"));
        app.MapPost("/api/collections/users/auth-refresh", () => Results.Text("""{"token":"x","record":{"id":"bench"}}""", "application/json"));
        app.MapPost("/v1/chat/completions", (RequestDelegate)SpeakAsync);
        app.MapPost("/mcp", (RequestDelegate)BridgeAsync);
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.Single());
        await app.WaitForShutdownAsync();
    }

    private static async Task SpeakAsync(HttpContext context)
    {
        var received = Stopwatch.GetTimestamp();
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentType = "text/event-stream";
        for (var word = 0; word < Words; word++)
        {
            if (word > 0)
                await Task.Delay(Pause, context.RequestAborted);
            await WriteAsync(context, $$"""{"id":"c","object":"chat.completion.chunk","created":1,"model":"bench","choices":[{"index":0,"delta":{"content":"{{received}}/{{Stopwatch.GetTimestamp()}} "},"finish_reason":null}]}""");
        }

        await WriteAsync(context, """{"id":"c","object":"chat.completion.chunk","created":1,"model":"bench","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
        await WriteAsync(context, "[DONE]");
    }

    private static async Task BridgeAsync(HttpContext context)
    {
        using var message = await JsonDocument.ParseAsync(context.Request.Body);
        if (!message.RootElement.TryGetProperty("id", out var id))
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        var answer = message.RootElement.GetProperty("method").GetString() switch
        {
            "initialize" => """ "result":{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"bench","version":"1"}} """,
            "tools/list" => """ "result":{"tools":[]} """,
            "tools/call" => """ "result":{"content":[{"type":"text","text":"{\"items\":[],\"totalItems\":0}"}]} """,
            _ => """ "error":{"code":-32601,"message":"Method not found"} """,
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"jsonrpc":"2.0","id":{{id.GetRawText()}},{{answer}}}""");
    }

    private static async Task WriteAsync(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n");
        await context.Response.Body.FlushAsync();
    }
}
