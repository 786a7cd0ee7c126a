namespace Tmcp.Tests.Shared;

/// <summary>What a test wants different about its PocketBase.</summary>
internal sealed record PocketBaseServerOptions
{
    /// <summary>Data folder to open and to leave behind. Default: a new one that goes with the server.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Folder of the migrations. Default: the repository's.</summary>
    public string MigrationsFolder { get; init; } = Path.Combine(RepositoryFolder.Path, "pocketbase", "pb_migrations");

    /// <summary>Folder of the hooks. Default: the repository's.</summary>
    public string HooksFolder { get; init; } = Path.Combine(RepositoryFolder.Path, "pocketbase", "pb_hooks");

    /// <summary>E-mail of the superuser that the server makes at its first start; null for none.</summary>
    public string? AdminEmail { get; init; } = "admin@tmcp.local";

    /// <summary>Password of that superuser. Default: generated.</summary>
    public string AdminPassword { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>More environment variables, for example <c>TMCP_DEMO_PASSWORD</c> or <c>FACEBOOK_GRAPH_URL</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
