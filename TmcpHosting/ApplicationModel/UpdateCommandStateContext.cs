namespace Aspire.Hosting.ApplicationModel;

/// <summary>What the state of a command is decided from.</summary>
public sealed class UpdateCommandStateContext
{
    /// <summary>The resource as it is now.</summary>
    public required CustomResourceSnapshot ResourceSnapshot { get; init; }

    /// <summary>The application's services.</summary>
    public required IServiceProvider Services { get; init; }
}
