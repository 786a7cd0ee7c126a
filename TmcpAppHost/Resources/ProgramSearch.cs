namespace Tmcp.AppHost;

/// <summary>Programs of this machine.</summary>
internal static class ProgramSearch
{
    /// <summary>The path of a program on PATH; null when there is none.</summary>
    /// <param name="name">Without an ending; Windows' <c>.exe</c> is added.</param>
    internal static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name))
        .FirstOrDefault(File.Exists);
}
