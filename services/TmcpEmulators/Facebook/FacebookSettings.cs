namespace TmcpEmulators.Facebook;

/// <summary>What the command line and the environment decide about the emulated Graph API.</summary>
internal sealed record FacebookSettings
{
    public const string DefaultUrl = "http://127.0.0.1:8067";
    public const string DefaultTokenVariable = "FACEBOOK_PAGE_TOKEN";

    /// <summary>Addresses to bind, separated by semicolons. Null: what ASP.NET Core's own settings say, else <see cref="DefaultUrl"/>.</summary>
    public string? Urls { get; init; }

    /// <summary>The one page that exists when a token is given.</summary>
    public string PageId { get; init; } = "100200300";

    /// <summary>Its token. Null: every page exists, and every token is welcome that does not say what is wrong with it.</summary>
    public string? PageToken { get; init; }

    /// <summary>Posts that are kept; the oldest goes first. 1 to 10,000.</summary>
    public int MaxPosts { get; init; } = 500;

    /// <summary>Folder in which posts and pictures outlive a restart. Null: in memory only.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Posts on one page within <see cref="RateWindow"/>; more get error 613.</summary>
    public int PostLimit { get; init; } = 30;

    /// <summary>Calls with one token within <see cref="RateWindow"/>; more get error 4.</summary>
    public int CallLimit { get; init; } = 200;

    public TimeSpan RateWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Largest body in bytes: a picture of 4 MB with its form.</summary>
    public long MaxRequestBytes { get; init; } = 5 * 1024 * 1024;
}
