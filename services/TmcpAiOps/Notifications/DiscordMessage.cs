using System.Text.Json.Serialization;

namespace Tmcp.AiOps.Notifications;

/// <summary>Body of a webhook message.</summary>
internal sealed record DiscordMessage(string Username, IReadOnlyList<DiscordEmbed> Embeds)
{
    /// <summary>Nobody is ever mentioned, whatever the texts say.</summary>
    public AllowedMentions AllowedMentions { get; init; } = new([]);
}

internal sealed record AllowedMentions(IReadOnlyList<string> Parse);

internal sealed record DiscordEmbed(string Title, int Color, IReadOnlyList<DiscordField> Fields, DiscordFooter Footer, DateTimeOffset Timestamp);

internal sealed record DiscordField(string Name, string Value, bool Inline);

internal sealed record DiscordFooter(string Text);

/// <summary>Answer with <c>?wait=true</c>, as far as it is read.</summary>
internal sealed record PostedMessage(string? Id);

/// <summary>Answer of status 429, as far as it is read; seconds.</summary>
internal sealed record RateLimited(double RetryAfter);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DiscordMessage))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(RateLimited))]
internal sealed partial class DiscordJson : JsonSerializerContext;
