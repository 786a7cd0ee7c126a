using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Caching;
using Tmcp.Agent.Callers;

namespace Tmcp.Agent.Bridge;

/// <summary>Finds which workspaces a caller may see, with the caller's own token.</summary>
internal sealed class Workspaces(BridgeTools bridge, IOptions<BridgeOptions> options, TimeProvider clock)
{
    private const int CachedUsers = 1000;
    private const int ShownCharacters = 100;

    private readonly BoundedCache<string, WorkspaceList> _known = new(CachedUsers, clock);

    /// <exception cref="BridgeException">The bridge is gone, or answered with something that is no list of workspaces.</exception>
    public async Task<WorkspaceList> GetAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (_known.Find(caller.UserId) is { } known)
            return known;

        var arguments = new JsonObject
        {
            ["collection"] = "workspaces", ["page"] = 1, ["per_page"] = options.Value.WorkspacesShown, ["fields"] = "id,name",
        };
        var list = Parse(await bridge.CallAsync("list_records", arguments, caller, cancellationToken));
        _known.Set(caller.UserId, list, clock.GetUtcNow() + options.Value.WorkspacesAge);
        return list;
    }

    /// <summary>For after a caller has changed a workspace.</summary>
    public void Forget(Caller caller) => _known.Remove(caller.UserId);

    private WorkspaceList Parse(string text)
    {
        try
        {
            if (!text.StartsWith("Error", StringComparison.Ordinal)
                && JsonSerializer.Deserialize(text, BridgeJson.Default.WorkspacePage) is { Items: { } items } page)
            {
                var shown = items.Select(item => item with { Name = Shorten(item.Name) }).ToList();
                return new WorkspaceList(shown, Math.Max(0, page.TotalItems - shown.Count));
            }
        }
        catch (JsonException)
        {
            // Told below, together with every other answer that is no list.
        }

        throw new BridgeException(
            $"The MCP bridge at {options.Value.Url} could not list your workspaces: \"{Shorten(text)}\". See the logs of the bridge and of PocketBase.");
    }

    private static string Shorten(string text) => text.Length <= ShownCharacters ? text : $"{text[..ShownCharacters]}...";
}
