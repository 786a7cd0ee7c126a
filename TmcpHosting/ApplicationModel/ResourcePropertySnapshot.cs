namespace Aspire.Hosting.ApplicationModel;

/// <summary>A fact about a resource.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record ResourcePropertySnapshot(string Name, object? Value)
{
    /// <summary>Whether the value is shown only on request.</summary>
    public bool IsSensitive { get; init; }
}
