namespace Aspire.Hosting.Orchestration.Session;

/// <summary>
/// The diagnostics pipes that .NET makes in the temporary folder for each of its processes, and leaves there when one is
/// killed: <c>clr-debug-pipe-4711-8812345-in</c> and <c>-out</c>, <c>dotnet-diagnostic-4711-8812345-socket</c>; process id and start time.
/// </summary>
internal static class RuntimePipes
{
    /// <summary>Deletes those of processes that are dead.</summary>
    public static void Delete(string folder, IEnumerable<ProcessIdentity> processes)
    {
        foreach (var process in processes.Where(process => !process.IsAlive))
        {
            foreach (var name in NamesOf(process))
            {
                try
                {
                    File.Delete(Path.Combine(folder, name));
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // Another user's, or gone meanwhile: a few bytes at most.
                }
            }
        }
    }

    private static string[] NamesOf(ProcessIdentity process)
    {
        var id = $"{process.Pid}-{process.StartTicks}";
        return [$"clr-debug-pipe-{id}-in", $"clr-debug-pipe-{id}-out", $"dotnet-diagnostic-{id}-socket"];
    }
}
