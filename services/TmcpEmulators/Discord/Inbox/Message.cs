namespace TmcpEmulators.Discord.Inbox;

/// <summary>A message as Discord returns it, without what webhooks do not have.</summary>
internal sealed record Message
{
    public required string Id { get; init; }

    /// <summary>0: an ordinary message.</summary>
    public int Type { get; init; }

    public string Content { get; init; } = "";

    public required string ChannelId { get; init; }

    public required string WebhookId { get; init; }

    public required MessageAuthor Author { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    public IReadOnlyList<string> Attachments { get; init; } = [];

    public IReadOnlyList<string> Mentions { get; init; } = [];

    public bool Tts { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public DateTimeOffset? EditedTimestamp { get; init; }

    public int Flags { get; init; }
}

internal sealed record MessageAuthor(string Id, string Username, string? Avatar = null, bool Bot = true);
