namespace Aspire.Hosting;

/// <summary>Paths written in an AppHost.</summary>
internal static class AppHostPaths
{
    /// <summary>The absolute form of a path; a relative one starts at the AppHost's directory, whatever separators it uses.</summary>
    public static string Resolve(IDistributedApplicationBuilder builder, string path)
    {
        var native = Path.DirectorySeparatorChar == '/' ? path.Replace('\\', '/') : path;
        return Path.GetFullPath(native, Path.GetFullPath(builder.AppHostDirectory));
    }
}
