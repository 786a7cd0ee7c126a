using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Tmcp.Bridge.Identity;

namespace Tmcp.Bridge.Transport;

/// <summary>Reads the JSON-RPC message of a request.</summary>
internal static class JsonRpcBody
{
    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    /// <summary>The message, with the token of the request attached; null when the body is none.</summary>
    public static async Task<JsonRpcMessage?> FindAsync(HttpContext context, string? otherwiseToken = null)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return null;

        try
        {
            var message = await JsonSerializer.DeserializeAsync(context.Request.BodyReader, MessageType, context.RequestAborted);
            if (message is not null)
                RequestToken.Attach(message, PresentedToken.FromHeader(context.Request.Headers.Authorization) ?? otherwiseToken);
            return message;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
