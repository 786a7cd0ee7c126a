using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command of the resource.</summary>
/// <param name="name">Its name, unique in the resource.</param>
/// <param name="displayName">The text of its button.</param>
/// <param name="updateState">Decides its state each time the resource changes.</param>
/// <param name="executeCommand">What it does.</param>
/// <param name="displayDescription">A sentence about it.</param>
/// <param name="parameter">Any value, passed on to its button.</param>
/// <param name="confirmationMessage">The question to confirm before it runs; null asks nothing.</param>
/// <param name="iconName">The name of a Fluent icon.</param>
/// <param name="iconVariant">How the icon is drawn.</param>
/// <param name="isHighlighted">Whether it has a button of its own in the list of resources.</param>
[DebuggerDisplay("{Name}")]
public sealed class ResourceCommandAnnotation(
    string name,
    string displayName,
    Func<UpdateCommandStateContext, ResourceCommandState> updateState,
    Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
    string? displayDescription,
    object? parameter,
    string? confirmationMessage,
    string? iconName,
    IconVariant? iconVariant,
    bool isHighlighted) : IResourceAnnotation
{
    /// <summary>Its name, unique in the resource.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The text of its button.</summary>
    public string DisplayName { get; } = displayName ?? throw new ArgumentNullException(nameof(displayName));

    /// <summary>Decides its state each time the resource changes.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState> UpdateState { get; } = updateState ?? throw new ArgumentNullException(nameof(updateState));

    /// <summary>What it does.</summary>
    public Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand { get; } =
        executeCommand ?? throw new ArgumentNullException(nameof(executeCommand));

    /// <summary>A sentence about it.</summary>
    public string? DisplayDescription { get; } = displayDescription;

    /// <summary>Any value, passed on to its button.</summary>
    public object? Parameter { get; } = parameter;

    /// <summary>The question to confirm before it runs; null asks nothing.</summary>
    public string? ConfirmationMessage { get; } = confirmationMessage;

    /// <summary>The name of a Fluent icon.</summary>
    public string? IconName { get; } = iconName;

    /// <summary>How the icon is drawn.</summary>
    public IconVariant? IconVariant { get; } = iconVariant;

    /// <summary>Whether it has a button of its own in the list of resources.</summary>
    public bool IsHighlighted { get; } = isHighlighted;

    internal IReadOnlyList<InteractionInput> Arguments { get; init; } = [];

    internal ResourceCommandVisibility Visibility { get; init; } = ResourceCommandVisibility.UI | ResourceCommandVisibility.Api;
}
