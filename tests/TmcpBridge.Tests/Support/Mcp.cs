using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Tmcp.Bridge.Tests.Support;

/// <summary>The library's own client, over either transport.</summary>
internal static class Mcp
{
    public static Task<McpClient> ConnectAsync(BridgeHost bridge, HttpTransportMode mode, string? token = null)
    {
        var path = mode == HttpTransportMode.Sse ? "sse" : "mcp";
        return McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(bridge.Address, path),
            TransportMode = mode,
            AdditionalHeaders = token is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" },
        }));
    }

    /// <summary>The JSON of a call's result; fails with the text when it is none.</summary>
    public static async Task<JsonNode> CallJsonAsync(this McpClient client, string tool, object? arguments = null)
    {
        var text = await client.CallTextAsync(tool, arguments);
        Assert.False(text.StartsWith("Error", StringComparison.Ordinal), text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>The text of a call's result.</summary>
    public static async Task<string> CallTextAsync(this McpClient client, string tool, object? arguments = null) =>
        (await client.CallAsync(tool, arguments)).Text();

    public static async Task<CallToolResult> CallAsync(this McpClient client, string tool, object? arguments = null) =>
        await client.CallToolAsync(tool, arguments?.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(arguments)));

    public static string Text(this CallToolResult result) => ((TextContentBlock)result.Content.Single()).Text;

    public static async Task<string> ReadTextAsync(this McpClient client, string uri) =>
        ((TextResourceContents)(await client.ReadResourceAsync(uri)).Contents.Single()).Text;
}
