namespace Aspire.Hosting.ApplicationModel;

/// <summary>A URL.</summary>
/// <param name="Name">The endpoint it leads to, if any.</param>
/// <param name="Url">The URL.</param>
/// <param name="IsInternal">Whether only the details show it.</param>
public sealed record UrlSnapshot(string? Name, string Url, bool IsInternal)
{
    /// <summary>Whether nothing answers there now.</summary>
    public bool IsInactive { get; init; }

    /// <summary>How it is shown.</summary>
    public UrlDisplayPropertiesSnapshot DisplayProperties { get; init; } = new();
}
