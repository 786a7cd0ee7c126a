namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>The cache folder of one user, which holds one unpacked engine per version.</summary>
internal sealed class EngineFolder(string root)
{
    /// <summary><c>~/.cache/tmcp/aspire</c>, below <c>XDG_CACHE_HOME</c> or <c>LOCALAPPDATA</c> where those are set.</summary>
    public static EngineFolder ForUser() => new(Path.Combine(UserCache(), "tmcp", "aspire"));

    /// <summary>Parent of the versions; private downloads and half-finished unpackings lie here too.</summary>
    public string Root { get; } = root;

    /// <summary>Folder of the version in use.</summary>
    public string Version => Path.Combine(Root, EnginePlatform.Version);

    /// <summary>Lock file that lets one process at a time fill the folder.</summary>
    public string LockFile => Path.Combine(Root, $"{EnginePlatform.Version}.lock");

    /// <summary>The unpacked programs, or null when they are not (completely) there.</summary>
    public EnginePaths? Find() => FindIn(Version);

    /// <summary>The programs below an unpacked layout, or null.</summary>
    public static EnginePaths? FindIn(string folder)
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        var dcp = Path.Combine(folder, "dcp", "dcp" + suffix);
        var managed = Path.Combine(folder, "managed", "aspire-managed" + suffix);
        // Without wwwroot the dashboard starts, reports itself healthy and shows an empty page.
        return File.Exists(dcp) && File.Exists(managed) && Directory.Exists(Path.Combine(folder, "managed", "wwwroot"))
            ? new EnginePaths(dcp, managed)
            : null;
    }

    /// <summary>Where this user's programs keep what they can make again.</summary>
    public static string UserCache()
    {
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var configured = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (!string.IsNullOrEmpty(configured) && Path.IsPathRooted(configured))
            return configured;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 0 ? Path.Combine(home, ".cache") : Path.Combine(Path.GetTempPath(), $"cache-{Environment.UserName}");
    }
}
