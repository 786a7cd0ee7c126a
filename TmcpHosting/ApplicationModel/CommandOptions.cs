namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command looks and when it can be used.</summary>
public class CommandOptions
{
    internal static CommandOptions Default { get; } = new();

    /// <summary>A sentence about it.</summary>
    public string? Description { get; set; }

    /// <summary>Any value, passed on to the command's button.</summary>
    public object? Parameter { get; set; }

    /// <summary>What its user is asked to enter before it runs.</summary>
    public IReadOnlyList<InteractionInput> Arguments { get; set; } = [];

    /// <summary>The question to confirm before it runs; null asks nothing.</summary>
    public string? ConfirmationMessage { get; set; }

    /// <summary>The name of a Fluent icon.</summary>
    public string? IconName { get; set; }

    /// <summary>How the icon is drawn. Null: regular.</summary>
    public IconVariant? IconVariant { get; set; }

    /// <summary>Whether it has a button of its own in the list of resources.</summary>
    public bool IsHighlighted { get; set; }

    /// <summary>Who sees it. Default: people and programs.</summary>
    public ResourceCommandVisibility Visibility { get; set; } = ResourceCommandVisibility.UI | ResourceCommandVisibility.Api;

    /// <summary>Decides its state each time the resource changes. Null: always enabled.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }
}
