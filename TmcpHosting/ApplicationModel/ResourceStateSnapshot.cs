namespace Aspire.Hosting.ApplicationModel;

/// <summary>The state of a resource.</summary>
/// <param name="Text">One of <see cref="KnownResourceStates"/>, or any text.</param>
/// <param name="Style">One of <see cref="KnownResourceStateStyles"/>, or null.</param>
public sealed record ResourceStateSnapshot(string Text, string? Style)
{
    /// <summary>A state without style.</summary>
    /// <param name="s">Its text.</param>
    public static implicit operator ResourceStateSnapshot?(string? s) => s is null ? null : new(s, null);
}
