using System.Diagnostics;
using System.Globalization;

namespace Tmcp.Tests.Shared;

/// <summary>Temporary folders with the id of the process they belong to in their name, so that those of a killed run can be told and removed.</summary>
internal static class OwnedFolder
{
    /// <summary>Makes a folder that belongs to this process, after removing those of processes that are gone.</summary>
    public static string Create(string prefix)
    {
        Sweep(Path.GetTempPath(), prefix);
        return Directory.CreateTempSubdirectory($"{prefix}{Environment.ProcessId}-").FullName;
    }

    /// <summary>Removes the folders <c>prefix</c> + process id + <c>-</c> + anything whose process is gone; others of the prefix stay.</summary>
    public static void Sweep(string parent, string prefix)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, prefix + "*"))
        {
            if (!int.TryParse(Path.GetFileName(folder)[prefix.Length..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var owner) || IsAlive(owner))
                continue;
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another run sweeps at the same moment, or it is another user's.
            }
        }
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
