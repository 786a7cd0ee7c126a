using Tmcp.Tests.Shared;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>Which Redis servers this machine has.</summary>
internal static class Backings
{
    public const string Server = "redis-server";

    public const string Emulator = "emulator";

    public static string? ServerPath { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "redis-server"))
        .FirstOrDefault(File.Exists);

    public static string? EmulatorPath { get; } = FindEmulator();

    public static string? WhyNot(string kind) => kind switch
    {
        Server when ServerPath is null => "needs redis-server on PATH (Debian: apt-get install redis-server)",
        Emulator when EmulatorPath is null => "needs TmcpEmulators built (dotnet build services/TmcpEmulators)",
        _ => null,
    };

    // Built with this project, beside it: artifacts/bin/<project>/<configuration>.
    private static string? FindEmulator()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var file = Path.Combine(RepositoryFolder.Path, "artifacts", "bin", "TmcpEmulators", here.Name, "TmcpEmulators.dll");
        return File.Exists(file) && Directory.Exists(Path.Combine(RepositoryFolder.Path, "services", "TmcpEmulators", "Redis")) ? file : null;
    }
}

/// <summary>A test that needs a real redis-server.</summary>
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = Backings.WhyNot(Backings.Server);
}

/// <summary>A test that runs on the real server and on the emulator, whichever are there.</summary>
internal sealed class BackingsAttribute : Xunit.Sdk.DataAttribute
{
    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
        new[] { Backings.Server, Backings.Emulator }.Where(kind => Backings.WhyNot(kind) is null).Select(kind => new object[] { kind });
}

/// <summary>A theory over <see cref="BackingsAttribute"/>: skipped when this machine has neither.</summary>
internal sealed class RedisTheoryAttribute : TheoryAttribute
{
    public RedisTheoryAttribute()
    {
        if (Backings.WhyNot(Backings.Server) is { } server && Backings.WhyNot(Backings.Emulator) is { } emulator)
            Skip = $"{server}, or {emulator}";
    }
}
