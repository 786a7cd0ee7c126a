namespace Aspire.Hosting.Orchestration.Session;

/// <summary>
/// The private folder of one run. dcp deletes it at the end of a run with everything in it, so what must vanish
/// (certificate, key, log socket) lies here, and nothing that must stay.
/// </summary>
internal sealed class SessionFolder
{
    internal const string Prefix = "tmcp-";
    internal const string OwnerFile = "owner";

    private SessionFolder(string path) => Path = path;

    public string Path { get; }

    public string Kubeconfig => System.IO.Path.Combine(Path, "kubeconfig");

    public string LogSocket => System.IO.Path.Combine(Path, "log.sock");

    /// <summary>Creates a folder that only this user can enter, marked with the process it belongs to.</summary>
    public static SessionFolder Create(string parent, ProcessIdentity owner)
    {
        // Short: the path of a UNIX socket holds 103 characters on some systems.
        var path = System.IO.Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N")[..12]);
        PrivateFile.CreateFolder(path);
        PrivateFile.Write(System.IO.Path.Combine(path, OwnerFile), owner.ToString());
        return new SessionFolder(path);
    }

    /// <summary>Deletes what dcp has left, if it has left anything.</summary>
    public void Delete() => TryDelete(Path);

    internal static bool TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
