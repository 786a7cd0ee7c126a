namespace Aspire.Hosting.ApplicationModel;

/// <summary>The output of a command.</summary>
public sealed class CommandResultData
{
    /// <summary>The output.</summary>
    public required string Value { get; init; }

    /// <summary>What it is written in. Default: plain text.</summary>
    public CommandResultFormat Format { get; init; }

    /// <summary>Whether the dashboard shows it at once.</summary>
    public bool DisplayImmediately { get; init; }
}
