using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Tmcp.Agent.Callers;

namespace Tmcp.Agent.Bridge;

/// <summary>The bridge's tools and resources, called for a user. Answers are texts; those that begin with "Error" are failures.</summary>
internal sealed class BridgeTools(BridgeConnection connection, CallerTokenScope scope)
{
    private static readonly HashSet<string> Writing = ["create_record", "update_record", "delete_record"];

    /// <exception cref="BridgeException">The bridge is gone, or did not answer in time.</exception>
    public Task<string> CallAsync(string tool, JsonObject arguments, Caller caller, CancellationToken cancellationToken) =>
        AskAsync(tool, !Writing.Contains(tool), caller, async (client, token) =>
        {
            var withToken = (JsonObject)arguments.DeepClone();
            withToken["auth_token"] = caller.Token;
            var result = await client.AskAsync(
                RequestMethods.ToolsCall, new JsonObject { ["name"] = tool, ["arguments"] = withToken }, token);
            return ToText(result);
        }, cancellationToken);

    /// <exception cref="BridgeException">The bridge is gone, or did not answer in time.</exception>
    public Task<string> ReadResourceAsync(string uri, Caller caller, CancellationToken cancellationToken) =>
        AskAsync("read_resource", repeatable: true, caller, async (client, token) =>
        {
            scope.Use(caller.Token);
            var result = await client.AskAsync(RequestMethods.ResourcesRead, new JsonObject { ["uri"] = uri }, token);
            return TextOf(result?["contents"]);
        }, cancellationToken);

    private async Task<string> AskAsync(
        string what, bool repeatable, Caller caller, Func<McpClient, CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = await connection.CallAsync(what, repeatable, ask, cancellationToken);
        }
        catch (McpProtocolException exception)
        {
            text = $"Error: {exception.Message}";
        }

        // A bridge that quoted a failed request would hand the token to the model and to the browser.
        return text.Replace(caller.Token, "[token]", StringComparison.Ordinal);
    }

    private static string ToText(JsonNode? result)
    {
        var text = TextOf(result?["content"]);
        return result?["isError"]?.GetValue<bool>() == true && !text.StartsWith("Error", StringComparison.Ordinal) ? $"Error: {text}" : text;
    }

    // {"content":[{"type":"text","text":"..."}]} of a tool, {"contents":[{"uri":"...","text":"..."}]} of a resource
    private static string TextOf(JsonNode? contents) => contents is JsonArray { Count: > 0 } list && list[0]?["text"] is { } text ? text.ToString() : "";
}
