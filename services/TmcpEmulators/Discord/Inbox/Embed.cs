using System.Text.Json.Serialization;

namespace TmcpEmulators.Discord.Inbox;

/// <summary>The framed part of a message.</summary>
internal sealed record Embed
{
    public string? Title { get; init; }

    /// <summary>Discord answers "rich" for every embed of a webhook.</summary>
    public string Type { get; init; } = "rich";

    public string? Description { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }

    public EmbedFooter? Footer { get; init; }

    public EmbedAuthor? Author { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }

    /// <summary>What counts towards the limit of 6000 characters for all embeds.</summary>
    [JsonIgnore]
    public int TextLength =>
        (Title?.Length ?? 0) + (Description?.Length ?? 0) + (Footer?.Text?.Length ?? 0) + (Author?.Name?.Length ?? 0) +
        (Fields?.Sum(item => (item.Name?.Length ?? 0) + (item.Value?.Length ?? 0)) ?? 0);
}

internal sealed record EmbedField(string? Name, string? Value, bool Inline = false);

internal sealed record EmbedFooter(string? Text, string? IconUrl = null);

internal sealed record EmbedAuthor(string? Name, string? Url = null, string? IconUrl = null);
