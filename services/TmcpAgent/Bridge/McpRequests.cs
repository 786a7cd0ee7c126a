using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Tmcp.Agent.Bridge;

/// <summary>Requests whose cancellation reaches the server.</summary>
/// <remarks>
/// The SDK (2.3.1) means to send <c>notifications/cancelled</c> from a callback of the token, but the wait that it begins afterwards is
/// woken first and disposes of that callback, so a server at the other end of an event stream works on. Here the notification is sent
/// after the wait. Can go when the SDK's own <c>CallToolAsync</c> passes the test "a caller who leaves ends the tool's work".
/// </remarks>
internal static class McpRequests
{
    private static readonly TimeSpan NotificationPatience = TimeSpan.FromSeconds(2);

    /// <summary>The result object of a request.</summary>
    public static async Task<JsonNode?> AskAsync(this McpClient client, string method, JsonObject parameters, CancellationToken cancellationToken)
    {
        var request = new JsonRpcRequest { Id = new RequestId(Guid.NewGuid().ToString("N")), Method = method, Params = parameters };
        try
        {
            return (await client.SendRequestAsync(request, cancellationToken)).Result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await CancelAsync(client, request.Id);
            throw;
        }
    }

    private static async Task CancelAsync(McpClient client, RequestId id)
    {
        using var patience = new CancellationTokenSource(NotificationPatience);
        var notification = new JsonRpcNotification
        {
            Method = NotificationMethods.CancelledNotification,
            Params = new JsonObject { ["requestId"] = id.ToString() },
        };
        try
        {
            await client.SendMessageAsync(notification, patience.Token);
        }
        catch (Exception exception) when (BridgeConnection.IsTransportFailure(exception) || exception is McpException)
        {
            // Whoever cannot be told any more is not at work any more.
        }
    }
}
