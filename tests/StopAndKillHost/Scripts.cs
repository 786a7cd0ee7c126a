namespace StopAndKillHost;

/// <summary>What the processes of a scenario run.</summary>
internal static class Scripts
{
    /// <summary><c>ignores</c> ignores SIGTERM, everything else ends at once.</summary>
    public static string Of(string name) => name == "ignores" ? "trap '' TERM; while true; do sleep 1; done" : "exec sleep 600";
}
