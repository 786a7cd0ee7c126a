using System.Globalization;
using Aspire.Hosting.Orchestration.Session;

namespace Aspire.Hosting.Orchestration.Execution.Endpoints;

/// <summary>Finds the process that listens on a TCP port. Linux only; another user's process stays unknown.</summary>
internal static class PortHolder
{
    /// <summary>For example <c>process 4711 (nginx: master process)</c>, or null.</summary>
    public static string? Find(int port)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var sockets = new[] { "/proc/net/tcp", "/proc/net/tcp6" }
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => ListeningInode(line, port))
            .OfType<string>()
            .Select(inode => $"socket:[{inode}]")
            .ToHashSet(StringComparer.Ordinal);
        if (sockets.Count == 0)
            return null;
        var pid = Processes().FirstOrDefault(candidate => Holds(candidate, sockets));
        return pid == 0 ? null : $"process {pid} ({Shorten(ProcessTree.CommandLineOf(pid))})";
    }

    /// <summary>
    /// Inode of a listening socket. A line: <c>   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 87495 1 …</c>;
    /// the port is hexadecimal, 0A is LISTEN, the inode is the tenth column.
    /// </summary>
    internal static string? ListeningInode(string line, int port)
    {
        var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return columns.Length > 9
            && columns[3] == "0A"
            && columns[1].Split(':') is [_, var hex]
            && int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var local)
            && local == port
                ? columns[9]
                : null;
    }

    private static IEnumerable<int> Processes() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
        .Where(pid => pid > 0);

    private static bool Holds(int pid, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{pid}/fd").Any(file => new FileInfo(file).LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..77] + "...";
}
