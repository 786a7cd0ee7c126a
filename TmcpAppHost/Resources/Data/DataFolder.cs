using System.Globalization;

namespace Tmcp.AppHost.Data;

/// <summary>The folder that the local stack stores its data in, held by one AppHost at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "in-use";
    private const string HolderName = "in-use-by";

    private readonly FileStream _hold;

    private DataFolder(FileStream hold) => _hold = hold;

    /// <summary>Creates the folder, takes it, and empties it when a fresh start is asked for.</summary>
    /// <exception cref="DistributedApplicationException">Another AppHost holds the folder, or it cannot be written.</exception>
    internal static DataFolder Open(TmcpOptions options)
    {
        var hold = Take(options.DataFolder);
        try
        {
            if (options.Fresh)
                Empty(options.DataFolder);
            // In a file of its own: nobody else can read the one that is held.
            File.WriteAllText(
                Path.Combine(options.DataFolder, HolderName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(hold);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    public void Dispose() => _hold.Dispose();

    private static FileStream Take(string folder)
    {
        var path = Path.Combine(folder, LockName);
        try
        {
            Directory.CreateDirectory(folder);
            // Only FileShare.None excludes others on every system; the system lets go when the process ends in any way.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new DistributedApplicationException(
                $"Data folder '{folder}' is in use by another AppHost{Holder(folder)}. Stop that one, or give this one a folder of its own with --{TmcpOptions.DataFolderKey}=FOLDER.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException(
                $"Data folder '{folder}' cannot be written: {exception.Message} Make it writable, or choose another with --{TmcpOptions.DataFolderKey}=FOLDER.",
                exception);
        }
    }

    private static string Holder(string folder)
    {
        var path = Path.Combine(folder, HolderName);
        return File.Exists(path) && int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var pid) ? $" (process {pid})" : "";
    }

    private static void Empty(string folder)
    {
        foreach (var directory in Directory.EnumerateDirectories(folder))
            Directory.Delete(directory, recursive: true);
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != LockName))
            File.Delete(file);
    }
}
