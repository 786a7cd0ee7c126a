namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a wait waits for.</summary>
public enum WaitType
{
    /// <summary>The dependency runs and is healthy.</summary>
    WaitUntilHealthy = 0,

    /// <summary>The dependency has ended with the expected exit code.</summary>
    WaitForCompletion = 1,

    /// <summary>The dependency runs.</summary>
    WaitUntilStarted = 2,
}
