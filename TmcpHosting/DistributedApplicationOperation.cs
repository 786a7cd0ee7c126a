namespace Aspire.Hosting;

/// <summary>What the AppHost was started for.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>To run the application on this machine.</summary>
    Run = 0,

    /// <summary>To write it down for a deployment.</summary>
    Publish = 1,
}
