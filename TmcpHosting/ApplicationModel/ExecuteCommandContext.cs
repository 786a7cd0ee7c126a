using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a command gets when it is executed.</summary>
public sealed class ExecuteCommandContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The name of the resource; of the replica when there are several.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Ends the command.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>The log of the resource.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>The values for the command's arguments; empty when it has none.</summary>
    public required InteractionInputCollection Arguments { get; init; }
}
