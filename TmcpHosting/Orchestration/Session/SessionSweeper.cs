using Aspire.Hosting.Orchestration.Engine;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>Removes the folders of runs whose AppHost is dead and whose orchestrator could not clean up any more.</summary>
internal sealed class SessionSweeper(string parent)
{
    /// <summary>
    /// Deletes what is nobody's. Returns the folders of dead AppHosts whose orchestrator still works on ending their
    /// processes: their ports are about to become free.
    /// </summary>
    public IReadOnlyList<string> Sweep()
    {
        var stillEnding = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories(parent, SessionFolder.Prefix + "*"))
        {
            if (FindOwner(folder) is not { IsAlive: false })
                continue;
            if (IsInUse(folder))
                stillEnding.Add(folder);
            else
                SessionFolder.TryDelete(folder);
        }

        return stillEnding;
    }

    /// <summary>Deletes those sockets of this user's that a killed orchestrator has left.</summary>
    public static void SweepSockets() => SweepSockets(Path.Combine(EngineFolder.UserCache(), "dcp"), "/proc/net/unix");

    /// <summary>
    /// Deletes the notification sockets of killed orchestrators in <c>~/.cache/dcp</c>: those that no process has bound any more.
    /// A line of <c>/proc/net/unix</c> ends with the path.
    /// </summary>
    public static void SweepSockets(string folder, string boundSockets)
    {
        if (!Directory.Exists(folder) || !File.Exists(boundSockets))
            return;
        // The files first: one that is made after the list of bound sockets was read must not count as dead.
        var files = Directory.GetFiles(folder, "dcp-notify-sock-*");
        var bound = File.ReadLines(boundSockets).Select(line => line[(line.LastIndexOf(' ') + 1)..]).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !bound.Contains(file)))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Somebody else sweeps.
            }
        }
    }

    /// <summary>True while an orchestrator process names the folder in its arguments.</summary>
    public static bool IsInUse(string folder) => ProcessTree.WithCommandLine(folder + Path.DirectorySeparatorChar).Count > 0;

    /// <summary>The process a folder belongs to; null when it is not ours to judge.</summary>
    private static ProcessIdentity? FindOwner(string folder)
    {
        try
        {
            return ProcessIdentity.Parse(File.ReadAllText(Path.Combine(folder, SessionFolder.OwnerFile)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
