namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command in its state of the moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="DisplayName">The text of its button.</param>
/// <param name="DisplayDescription">A sentence about it.</param>
/// <param name="Parameter">Any value, passed on to its button.</param>
/// <param name="ConfirmationMessage">The question to confirm before it runs.</param>
/// <param name="IconName">The name of a Fluent icon.</param>
/// <param name="IconVariant">How the icon is drawn.</param>
/// <param name="IsHighlighted">Whether it has a button of its own.</param>
public sealed record ResourceCommandSnapshot(
    string Name,
    ResourceCommandState State,
    string DisplayName,
    string? DisplayDescription,
    object? Parameter,
    string? ConfirmationMessage,
    string? IconName,
    IconVariant? IconVariant,
    bool IsHighlighted);
