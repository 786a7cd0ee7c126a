using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>Names of the engine's npm package on one platform.</summary>
/// <param name="Suffix">For example <c>linux-x64</c>, <c>linux-musl-x64</c>, <c>osx-arm64</c>, <c>win-x64</c>.</param>
internal sealed record EnginePlatform(string Suffix)
{
    /// <summary>The version of the engine that everything here was verified with.</summary>
    public const string Version = "13.5.4";

    /// <summary>The platform this process runs on.</summary>
    public static EnginePlatform Current { get; } = new(NameOf(
        OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux",
        RuntimeInformation.OSArchitecture,
        RuntimeInformation.RuntimeIdentifier));

    /// <summary>npm package name.</summary>
    public string Package => $"@microsoft/aspire-cli-{Suffix}";

    /// <summary>File name of the command line tool inside <c>bin/</c>.</summary>
    public string Executable => Suffix.StartsWith("win", StringComparison.Ordinal) ? "aspire.exe" : "aspire";

    /// <summary>Composes the suffix; musl is recognised by the runtime identifier, for example <c>linux-musl-x64</c> or <c>alpine.3.20-x64</c>.</summary>
    internal static string NameOf(string system, Architecture architecture, string runtimeIdentifier)
    {
        var cpu = architecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            _ => throw new EngineException(
                $"The Aspire engine exists for x64 and arm64, this machine is {architecture}: run the AppHost on one of those."),
        };
        var musl = system == "linux"
            && (runtimeIdentifier.Contains("musl", StringComparison.Ordinal) || runtimeIdentifier.StartsWith("alpine", StringComparison.Ordinal));
        return musl ? $"{system}-musl-{cpu}" : $"{system}-{cpu}";
    }
}
