using System.Diagnostics;

namespace Tmcp.Bridge.Telemetry;

/// <summary>Source <c>Tmcp.Bridge</c>: the spans of calls that the library does not see, under the names that it uses itself.</summary>
internal static class BridgeSpans
{
    private static readonly ActivitySource Source = new("Tmcp.Bridge");

    /// <summary>A span of a tool call; the name of an unknown tool is a caller's free text and stays out.</summary>
    public static Activity? StartToolCall(string tool, bool known)
    {
        const string Method = "tools/call";
        return Source.StartActivity(known ? $"{Method} {tool}" : Method, ActivityKind.Server)
            ?.SetTag("mcp.method.name", Method)
            .SetTag("gen_ai.tool.name", known ? tool : null);
    }
}
