using System.ComponentModel.DataAnnotations;
using Tmcp.Agent.Settings;

namespace Tmcp.Agent.Bridge;

/// <summary>Where the MCP bridge is and how long it may take.</summary>
internal sealed class BridgeOptions
{
    public const string Section = "Bridge";

    /// <summary>Address of the MCP endpoint: ending in <c>/sse</c> (HTTP+SSE) or <c>/mcp</c> (streamable HTTP). Environment: <c>MCP_SERVER_URL</c>.</summary>
    [Required, HttpUrl("MCP_SERVER_URL"), McpPath("MCP_SERVER_URL")]
    public Uri Url { get; set; } = new("http://localhost:7999/sse");

    /// <summary>Time for one attempt to connect. 100 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Attempts to connect before a chat gives up. 1 to 10.</summary>
    [Range(1, 10)]
    public int ConnectAttempts { get; set; } = 4;

    /// <summary>Pause after the first failed attempt, doubled after each further one. 10 ms to 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:10")]
    public TimeSpan ConnectDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Time for one tool call. 1 s to 10 min; the bridge itself gives PocketBase 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a caller's list of workspaces is used again. 0 to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan WorkspacesAge { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Workspaces named to the model; of further ones only the number. 1 to 500.</summary>
    [Range(1, 500)]
    public int WorkspacesShown { get; set; } = 50;
}
