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
    public Task<string> CallAsync(
        string tool, IReadOnlyDictionary<string, object?> arguments, Caller caller, CancellationToken cancellationToken)
    {
        var withToken = new Dictionary<string, object?>(arguments) { ["auth_token"] = caller.Token };
        return AskAsync(tool, !Writing.Contains(tool), caller, async (client, token) =>
            ToText(await client.CallToolAsync(tool, withToken, cancellationToken: token)), cancellationToken);
    }

    /// <exception cref="BridgeException">The bridge is gone, or did not answer in time.</exception>
    public Task<string> ReadResourceAsync(string uri, Caller caller, CancellationToken cancellationToken) =>
        AskAsync("read_resource", repeatable: true, caller, async (client, token) =>
        {
            scope.Use(caller.Token);
            var result = await client.ReadResourceAsync(uri, cancellationToken: token);
            return result.Contents.OfType<TextResourceContents>().FirstOrDefault()?.Text ?? "";
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

    private static string ToText(CallToolResult result)
    {
        var text = result.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text ?? "";
        return result.IsError == true && !text.StartsWith("Error", StringComparison.Ordinal) ? $"Error: {text}" : text;
    }
}
