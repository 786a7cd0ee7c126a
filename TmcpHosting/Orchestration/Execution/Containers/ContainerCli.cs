using Aspire.Hosting.Orchestration.Engine;

namespace Aspire.Hosting.Orchestration.Execution.Containers;

/// <summary>The command line of the container runtime, for what the host does itself: getting images and ending containers in time.</summary>
/// <param name="runtime"><c>docker</c> or <c>podman</c>.</param>
internal sealed class ContainerCli(string runtime)
{
    private static readonly Dictionary<string, string?> _inherited = new(StringComparer.Ordinal);

    /// <summary><c>docker</c> or <c>podman</c>.</summary>
    public string Runtime => runtime;

    /// <summary>Runs one command to its end; each line of its output is told as it comes. A missing program is exit code 127, as in a shell.</summary>
    public Task<ToolRun> RunAsync(
        IEnumerable<string> arguments, CancellationToken cancellationToken, Action<string>? onLine = null, IReadOnlyDictionary<string, string?>? environment = null) =>
        ExecutableSearch.Find(runtime) is { } program
            ? ToolRun.RunAsync(program, arguments, Path.GetTempPath(), environment ?? _inherited, cancellationToken, onLine)
            : Task.FromResult(new ToolRun(127, $"'{runtime}' was not found on PATH."));
}
