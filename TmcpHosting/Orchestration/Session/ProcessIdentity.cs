using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>A process that cannot be mistaken for a later one with the same id.</summary>
/// <param name="Pid">Process id.</param>
/// <param name="StartTicks">When it started: clock ticks since boot on Linux, .NET ticks elsewhere. 0 when unknown.</param>
internal sealed record ProcessIdentity(int Pid, long StartTicks)
{
    /// <summary>This process.</summary>
    public static ProcessIdentity Current { get; } = Find(Environment.ProcessId)!;

    /// <summary>The identity of a living process, or null when there is none of that id.</summary>
    public static ProcessIdentity? Find(int pid)
    {
        try
        {
            if (OperatingSystem.IsLinux())
                return ParseStat(pid, File.ReadAllText($"/proc/{pid}/stat"));
            using var process = Process.GetProcessById(pid);
            return new ProcessIdentity(pid, process.StartTime.Ticks);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True while exactly this process runs.</summary>
    public bool IsAlive => Find(Pid) is { } now && (StartTicks == 0 || now.StartTicks == StartTicks);

    /// <summary>Reads the form <see cref="ToString"/> writes, for example <c>4711 8812345</c>.</summary>
    public static ProcessIdentity? Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                ? new ProcessIdentity(pid, ticks)
                : null;
    }

    public override string ToString() => $"{Pid} {StartTicks}";

    /// <summary>
    /// Field 3 is the state, field 22 the start time. One line, the name may hold spaces and brackets:
    /// <c>4711 (my (odd) app) S 1 4711 … 8812345 …</c>. A zombie is as good as dead.
    /// </summary>
    internal static ProcessIdentity? ParseStat(int pid, string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : new ProcessIdentity(pid, long.Parse(fields[19], CultureInfo.InvariantCulture));
    }
}
