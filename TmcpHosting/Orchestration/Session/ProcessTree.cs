using System.Globalization;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>What the system knows of running processes. Linux reads <c>/proc</c>; elsewhere the answers are empty.</summary>
internal static class ProcessTree
{
    /// <summary>All processes below one, children before grandchildren.</summary>
    public static IReadOnlyList<int> DescendantsOf(int root) => DescendantsOf([root]);

    /// <summary>All processes below any of several, children before grandchildren; one look at the system for all of them.</summary>
    public static IReadOnlyList<int> DescendantsOf(IEnumerable<int> roots)
    {
        var children = All()
            .Select(pid => (Pid: pid, Parent: ParentOf(pid)))
            .Where(process => process.Parent > 0)
            .ToLookup(process => process.Parent, process => process.Pid);
        var found = new List<int>();
        var open = new Queue<int>(roots);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in children[parent])
            {
                found.Add(child);
                open.Enqueue(child);
            }
        }

        return found;
    }

    /// <summary>Processes whose command line contains a text.</summary>
    public static IReadOnlyList<int> WithCommandLine(string text) =>
        [.. All().Where(pid => CommandLineOf(pid).Contains(text, StringComparison.Ordinal))];

    /// <summary>Arguments joined by spaces; empty when the process is gone or another user's.</summary>
    public static string CommandLineOf(int pid) => Read($"/proc/{pid}/cmdline").Replace('\0', ' ').TrimEnd();

    private static int ParentOf(int pid)
    {
        var stat = Read($"/proc/{pid}/stat");
        var fields = stat.Length == 0 ? [] : stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields.Length > 1 ? int.Parse(fields[1], CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Every process id.</summary>
    public static IEnumerable<int> All() => OperatingSystem.IsLinux()
        ? Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0)
        : [];

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
