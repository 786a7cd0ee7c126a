using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TmcpEmulators.Discord.Faults;
using TmcpEmulators.Discord.Inbox;
using TmcpEmulators.Discord.Webhooks;

namespace TmcpEmulators.Discord;

/// <summary>The wire format: snake_case, absent members left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(RateLimited))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(InboxEvent))]
[JsonSerializable(typeof(WebhookDescription))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(FaultState))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>The context to use: text unescaped, as Discord writes it.</summary>
    public static DiscordJson Wire => Unescaped.Context;

    private static class Unescaped
    {
        public static readonly DiscordJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
