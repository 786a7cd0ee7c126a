namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command ended.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Whether it did what it was asked.</summary>
    public required bool Success { get; init; }

    /// <summary>Whether it was cancelled.</summary>
    public bool Canceled { get; init; }

    /// <summary>A sentence for the user: why it failed, or what it did.</summary>
    public string? Message { get; init; }

    /// <summary>Its output, if any.</summary>
    public CommandResultData? Data { get; init; }
}
