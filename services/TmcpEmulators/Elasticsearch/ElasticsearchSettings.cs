namespace TmcpEmulators.Elasticsearch;

/// <summary>What the command line decides about the emulated Elasticsearch.</summary>
internal sealed record ElasticsearchSettings
{
    public const string DefaultUrl = "http://127.0.0.1:9200";

    /// <summary>The API follows this release.</summary>
    public const string Version = "8.12.0";

    /// <summary>Addresses to bind, separated by semicolons. Null: what ASP.NET Core's own settings say, else <see cref="DefaultUrl"/>.</summary>
    public string? Urls { get; init; }

    /// <summary>Folder of the indexes. Null keeps everything in memory only.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Bytes of documents; above it the oldest segment goes. In memory they take about three times as much. Default 256 MiB.</summary>
    public long MaxBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>A segment older than this goes. Default 7 days.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Bytes of documents in one segment; the next begins then.</summary>
    public long SegmentBytes { get; init; } = 8L * 1024 * 1024;

    /// <summary>Largest request body, as Elasticsearch's own default.</summary>
    public long MaxRequestBytes { get; init; } = 100L * 1024 * 1024;
}
