using System.Text.Json;
using Aspire.Hosting.Orchestration.Engine;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>Which container runtime is used, and whether it answers.</summary>
/// <param name="Name"><c>docker</c> or <c>podman</c>.</param>
/// <param name="Problem">What is wrong with it and what to do; empty when it works.</param>
internal sealed record ContainerRuntimeCheck(string Name, string Problem)
{
    /// <summary>The configured runtime, else the first on PATH. Left to itself dcp takes whichever answers, without a word.</summary>
    public static string Choose(string? configured) =>
        configured ?? (ExecutableSearch.Find("docker") is null && ExecutableSearch.Find("podman") is not null ? "podman" : "docker");

    /// <summary>Asks dcp about the runtime; 0.1 s.</summary>
    public static async Task<ContainerRuntimeCheck> RunAsync(EnginePaths engine, string runtime, CancellationToken cancellationToken)
    {
        var run = await ToolRun.RunAsync(
            engine.Dcp, ["info", "--container-runtime", runtime], Path.GetTempPath(), new Dictionary<string, string?>(StringComparer.Ordinal), cancellationToken);
        return new ContainerRuntimeCheck(runtime, Judge(runtime, run.Output));
    }

    /// <summary>
    /// Reads <c>{"version":"0.25.13",…,"containers":{"runtime":"docker","installed":true,"running":false,"error":"…"}}</c>; other lines are no JSON.
    /// </summary>
    internal static string Judge(string runtime, string output)
    {
        var line = output.Split('\n').FirstOrDefault(candidate => candidate.StartsWith('{'));
        if (line is null)
            return $"'{runtime}' could not be examined: {output.Trim()}";
        using var answer = JsonDocument.Parse(line);
        var containers = answer.RootElement.GetProperty("containers");
        if (!containers.GetProperty("installed").GetBoolean())
            return $"'{runtime}' is not installed: install Docker (client 25 or later) or Podman, or run without containers.";
        if (containers.GetProperty("running").GetBoolean())
            return "";
        var error = containers.TryGetProperty("error", out var text) ? text.GetString() : null;
        return $"'{runtime}' is installed but does not answer{(error is null ? "" : $" ({error})")}: start its service, or run without containers.";
    }
}
