namespace TmcpEmulators.Discord;

/// <summary>What the command line and the environment decide about the emulated Discord.</summary>
internal sealed record DiscordSettings
{
    public const string DefaultUrl = "http://127.0.0.1:8066";
    public const string DefaultWebhookId = "100000000000000001";
    public const int DefaultRateLimit = 5;
    public const string DefaultTokenVariable = "DISCORD_WEBHOOK_TOKEN";

    /// <summary>Addresses to bind, separated by semicolons. Null: what ASP.NET Core's own settings say, else <see cref="DefaultUrl"/>.</summary>
    public string? Urls { get; init; }

    /// <summary>The one webhook that exists when a token is given.</summary>
    public string WebhookId { get; init; } = DefaultWebhookId;

    /// <summary>Its token. Null: every id and every token is welcome.</summary>
    public string? WebhookToken { get; init; }

    /// <summary>Messages that are kept; the oldest goes first. 1 to 100,000.</summary>
    public int MaxMessages { get; init; } = 1000;

    /// <summary>Folder in which the messages outlive a restart. Null: in memory only.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Requests per <see cref="RateWindow"/> and webhook, as Discord allows.</summary>
    public int RateLimit { get; init; } = DefaultRateLimit;

    public TimeSpan RateWindow { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Largest body in bytes. Discord takes 25 MiB with attachments, which are not taken here.</summary>
    public long MaxRequestBytes { get; init; } = 1024 * 1024;
}
