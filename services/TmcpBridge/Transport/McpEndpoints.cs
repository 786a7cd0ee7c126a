using Microsoft.AspNetCore.Http.HttpResults;
using ModelContextProtocol.Protocol;

namespace Tmcp.Bridge.Transport;

/// <summary>The routes of both MCP transports.</summary>
internal static class McpEndpoints
{
    internal static void AddMcpTransports(this IServiceCollection services)
    {
        services.AddSingleton<McpServers>();
        services.AddSingleton<SseEndpoint>();
        services.AddSingleton<StreamableHttpEndpoint>();
        services.AddSingleton<DirectToolCalls>();
        services.AddSingleton<RebindingGuard>();
    }

    internal static void MapMcp(this WebApplication app)
    {
        var guard = app.Services.GetRequiredService<RebindingGuard>();
        var group = app.MapGroup("").AddEndpointFilter(guard).AddEndpointFilter(new BodyLimitFilter());
        group.MapGet("/sse", (HttpContext context, SseEndpoint sse) => sse.OpenAsync(context));
        group.MapPost("/messages", (HttpContext context, SseEndpoint sse) => sse.ReceiveAsync(context));
        group.MapPost("/mcp", (HttpContext context, StreamableHttpEndpoint mcp) => mcp.PostAsync(context));
        group.MapMethods("/mcp", [HttpMethods.Get, HttpMethods.Delete], NoSessions);
    }

    // There is no stream to open and no session to end; clients read 405 as just that.
    private static JsonHttpResult<JsonRpcError> NoSessions(HttpContext context)
    {
        context.Response.Headers.Allow = HttpMethods.Post;
        return RpcError.Create(StatusCodes.Status405MethodNotAllowed, RpcError.ServerError, "Method Not Allowed: this server keeps no sessions. Use POST.");
    }
}
