namespace Aspire.Hosting.Orchestration;

/// <summary>Finds programs as a shell would, so that the orchestrator is only given absolute paths.</summary>
internal static class ExecutableSearch
{
    /// <summary>Full path of a program on PATH, or null.</summary>
    public static string? Find(string name) => Find(name, Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>Full path of a program in the folders of a PATH value, or null.</summary>
    public static string? Find(string name, string path)
    {
        foreach (var folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var candidate in Candidates(Path.Combine(folder, name)))
            {
                if (IsExecutable(candidate))
                    return Path.GetFullPath(candidate);
            }
        }

        return null;
    }

    /// <summary>
    /// The program a resource names: a rooted path as it is, a relative path with a separator against the resource's folder,
    /// a bare name first on PATH and then in the resource's folder.
    /// </summary>
    public static string? Resolve(string command, string workingDirectory, string path)
    {
        var hasFolder = command.Contains('/', StringComparison.Ordinal) || command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (!hasFolder && Find(command, path) is { } found)
            return found;
        return Candidates(Path.GetFullPath(command, workingDirectory)).FirstOrDefault(IsExecutable);
    }

    private static IEnumerable<string> Candidates(string file)
    {
        if (!OperatingSystem.IsWindows() || Path.HasExtension(file))
            yield return file;
        if (!OperatingSystem.IsWindows())
            yield break;
        foreach (var extension in (Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE;.CMD;.BAT").Split(';'))
            yield return file + extension;
    }

    private static bool IsExecutable(string file)
    {
        if (!File.Exists(file))
            return false;
        const UnixFileMode Any = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Any) != UnixFileMode.None;
    }
}
