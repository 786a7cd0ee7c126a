namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>State texts of Executables and Containers.</summary>
internal static class DcpStates
{
    public const string Starting = "Starting";
    public const string Running = "Running";
    public const string Stopping = "Stopping";
    public const string Finished = "Finished";
    public const string Exited = "Exited";
    public const string FailedToStart = "FailedToStart";
    public const string Terminated = "Terminated";
    public const string Unknown = "Unknown";

    /// <summary>True when nothing of the object runs any more; <c>Unknown</c> is final too.</summary>
    public static bool IsFinal(string? state) => state is Finished or Exited or FailedToStart or Terminated or Unknown;
}
