namespace Tmcp.Tests.Shared.Redis;

/// <summary>The servers that speak Redis' protocol and that a machine may have.</summary>
internal static class RedisKind
{
    public const string Server = "redis-server";

    public const string Emulator = "emulator";

    public static string? ServerPath { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "redis-server"))
        .FirstOrDefault(File.Exists);

    /// <summary>Built with the test project, beside it: artifacts/bin/(project)/(configuration).</summary>
    public static string EmulatorPath { get; } = Path.Combine(
        RepositoryFolder.Path, "artifacts", "bin", "TmcpEmulators", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "TmcpEmulators.dll");

    /// <summary>Why a kind cannot be used here, or null.</summary>
    public static string? WhyNot(string kind) => kind switch
    {
        Server when ServerPath is null => "needs redis-server on PATH (Debian: apt-get install redis-server)",
        Emulator when !File.Exists(EmulatorPath) => "needs TmcpEmulators built (dotnet build services/TmcpEmulators)",
        _ => null,
    };
}
