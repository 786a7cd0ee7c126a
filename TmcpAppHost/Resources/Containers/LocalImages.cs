using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Tmcp.AppHost.Containers;

/// <summary>
/// The container runtime of this machine and the images that it has, asked once before the graph is described. A runtime that answers and
/// reaches no registry is common, so the images decide, not the runtime.
/// </summary>
/// <param name="Runtime"><c>docker</c> or <c>podman</c>.</param>
/// <param name="Problem">Why no container can run; null when the runtime answers.</param>
/// <param name="Images">Names such as <c>ollama/ollama:0.32.15</c>, without Docker Hub's address.</param>
internal sealed record LocalImages(string Runtime, string? Problem, IReadOnlySet<string> Images)
{
    // A healthy engine answers in 0.05 s; one that hangs must not hold up the start.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private static readonly string[] HubPrefixes = ["docker.io/", "library/"];

    /// <summary>Asks the configured runtime; without one Docker where it is installed, else Podman.</summary>
    internal static LocalImages Ask(IConfiguration configuration)
    {
        var runtime = new[] { "DcpPublisher:ContainerRuntime", "ASPIRE_CONTAINER_RUNTIME", "CONTAINER_RUNTIME", "DOTNET_ASPIRE_CONTAINER_RUNTIME" }
            .Select(key => configuration[key]).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (runtime is not null)
            return Ask(runtime);
        var docker = Ask("docker");
        return !docker.IsInstalled && Ask("podman") is { IsInstalled: true } podman ? podman : docker;
    }

    /// <summary>False when the runtime's program is not on this machine.</summary>
    internal bool IsInstalled { get; init; } = true;

    /// <summary>True when the runtime has the image already.</summary>
    internal bool Has(string image) => Images.Contains(WithoutHub(image));

    private static LocalImages Ask(string runtime)
    {
        var start = new ProcessStartInfo(runtime, ["image", "ls", "--format", "{{.Repository}}:{{.Tag}}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                return new LocalImages(runtime, $"{runtime} does not answer within {Limit.TotalSeconds:0} s", new HashSet<string>());
            }

            return process.ExitCode == 0
                ? new LocalImages(runtime, null, Parse(output.Result))
                : new LocalImages(runtime, $"{runtime} does not answer: {FirstSentence(errors.Result.Trim().Split('\n')[^1])}", new HashSet<string>());
        }
        catch (Win32Exception)
        {
            return new LocalImages(runtime, $"{runtime} is not installed", new HashSet<string>()) { IsInstalled = false };
        }
    }

    // "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"
    private static string FirstSentence(string text) => text.Split(". ")[0];

    // One name a line; Podman writes docker.io/library/redis:8.6 where Docker writes redis:8.6.
    internal static HashSet<string> Parse(string output) =>
        [.. output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(WithoutHub)];

    private static string WithoutHub(string image)
    {
        foreach (var prefix in HubPrefixes.Where(prefix => image.StartsWith(prefix, StringComparison.Ordinal)))
            image = image[prefix.Length..];
        return image;
    }
}
