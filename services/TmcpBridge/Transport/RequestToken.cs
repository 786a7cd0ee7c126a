using ModelContextProtocol.Protocol;

namespace Tmcp.Bridge.Transport;

/// <summary>Carries the token of the HTTP request to the handler of the message that came with it.</summary>
internal static class RequestToken
{
    private const string Key = "tmcp.token";

    /// <summary>Attaches the token to a message; a null token attaches nothing.</summary>
    public static void Attach(JsonRpcMessage message, string? token)
    {
        if (token is null)
            return;
        message.Context ??= new JsonRpcMessageContext();
        message.Context.Items ??= new Dictionary<string, object?>();
        message.Context.Items[Key] = token;
    }

    /// <summary>The token that came with a message; null without one.</summary>
    public static string? Of(JsonRpcMessage message) =>
        message.Context?.Items is { } items && items.TryGetValue(Key, out var token) ? token as string : null;
}
