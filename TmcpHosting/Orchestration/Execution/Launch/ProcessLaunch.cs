using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution.Launch;

/// <summary>Finds the program and the folder of a process, with a sentence for each way that fails.</summary>
internal static class ProcessLaunch
{
    private static readonly Dictionary<string, string> _installHints = new(StringComparer.Ordinal)
    {
        ["npm"] = "Install Node.js 20.19 or later.",
        ["npx"] = "Install Node.js 20.19 or later.",
        ["node"] = "Install Node.js 20.19 or later.",
        ["dotnet"] = "Install the .NET SDK 10.",
        ["redis-server"] = "Install the package 'redis-server'.",
        ["ollama"] = "Install Ollama from ollama.com.",
        ["python3"] = "Install Python 3.",
    };

    /// <summary>Full path of the program of an executable. dcp would look in its own PATH and report nothing but a failed start.</summary>
    public static string ResolveProgram(IResource resource, string command, string folder, string path) =>
        ExecutableSearch.Resolve(command, folder, path) ?? throw MissingProgram(resource, command);

    /// <summary>Throws when the folder does not exist: dcp would not create it.</summary>
    public static string CheckFolder(IResource resource, string folder) => Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : throw new DistributedApplicationException(
            $"Resource '{resource.Name}' cannot start: its working directory '{folder}' does not exist. Create it, or correct the path in the AppHost.");

    /// <summary>Programs that resources would look up on PATH and not find; checked before anything starts.</summary>
    public static void ThrowIfMissing(IEnumerable<IResource> resources)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        foreach (var resource in resources)
        {
            // A command with a folder in it may be made by another resource first, for example by an installer.
            if (resource.TryGetLastAnnotation<ExecutableAnnotation>(out var executable)
                && !executable.Command.AsSpan().ContainsAny('/', '\\')
                && ExecutableSearch.Resolve(executable.Command, executable.WorkingDirectory, path) is null)
                throw MissingProgram(resource, executable.Command);
        }
    }

    private static DistributedApplicationException MissingProgram(IResource resource, string command)
    {
        var isPath = command.AsSpan().ContainsAny('/', '\\');
        var what = isPath ? "does not exist or is not executable." : "was not found on PATH.";
        var hint = _installHints.GetValueOrDefault(Path.GetFileNameWithoutExtension(command), isPath ? "Correct the path in the AppHost." : "Install it, or add its folder to PATH.");
        return new DistributedApplicationException($"Resource '{resource.Name}' cannot start: '{command}' {what} {hint}");
    }
}
