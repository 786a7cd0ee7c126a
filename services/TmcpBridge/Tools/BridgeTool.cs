using ModelContextProtocol.Protocol;
using Tmcp.Bridge.Identity;

namespace Tmcp.Bridge.Tools;

/// <summary>One tool: what clients are told about it, and what it does.</summary>
internal abstract class BridgeTool(Tool definition)
{
    public Tool Definition { get; } = definition;

    /// <summary>The text of the result. Failures are exceptions of <see cref="Results"/>.</summary>
    public abstract Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken);
}
