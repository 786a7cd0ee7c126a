using System.Text.Json.Serialization;

namespace Tmcp.Agent.Bridge;

/// <summary>A workspace as the prompts show it.</summary>
internal sealed record Workspace(string Id, string Name);

/// <summary>The caller's workspaces, as many as are shown.</summary>
/// <param name="Workspaces">In the order of PocketBase's answer.</param>
/// <param name="More">How many others there are.</param>
internal sealed record WorkspaceList(IReadOnlyList<Workspace> Workspaces, int More);

/// <summary>The bridge's answer to <c>list_records</c>, as far as it is read.</summary>
internal sealed record WorkspacePage(IReadOnlyList<Workspace>? Items, int TotalItems);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkspacePage))]
[JsonSerializable(typeof(Workspace))]
internal sealed partial class BridgeJson : JsonSerializerContext;
