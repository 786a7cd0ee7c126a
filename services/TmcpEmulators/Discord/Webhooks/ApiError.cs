using System.Text.Json.Nodes;

namespace TmcpEmulators.Discord.Webhooks;

/// <summary>Discord's error body. <paramref name="Errors"/> is a tree along the body's own structure, down to lists named <c>_errors</c>.</summary>
internal sealed record ApiError(string Message, int Code, JsonObject? Errors = null)
{
    public static ApiError UnknownWebhook { get; } = new("Unknown Webhook", 10015);

    public static ApiError UnknownMessage { get; } = new("Unknown Message", 10008);

    public static ApiError InvalidToken { get; } = new("Invalid Webhook Token", 50027);

    public static ApiError InvalidJson { get; } = new("The request body contains invalid JSON.", 50109);

    public static ApiError EmptyMessage { get; } = new("Cannot send an empty message", 50006);

    public static ApiError NotFound { get; } = new("404: Not Found", 0);

    public static ApiError Invalid(JsonObject errors) => new("Invalid Form Body", 50035, errors);
}

/// <summary>The body of a 429.</summary>
internal sealed record RateLimited(string Message, double RetryAfter, bool Global);

/// <summary>What <c>GET</c> on a webhook tells.</summary>
internal sealed record WebhookDescription(string Id, int Type, string Name, string ChannelId);
