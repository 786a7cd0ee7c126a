using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Engine;
using Aspire.Hosting.Orchestration.Execution.Launch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Execution.Commands;

/// <summary>Builds one project and restarts it alone.</summary>
/// <remarks>
/// 1. Compile while the old process runs: errors cost it nothing. Its files are not touched, because overwriting a library that
///    a process has mapped ends it.
/// 2. Stop it. 3. Build, which now only copies. 4. Start it.
/// </remarks>
internal static class RebuildCommand
{
    // One build at a time: two builds of projects that share a library write the same files.
    private static readonly SemaphoreSlim _building = new(1, 1);

    private static readonly Dictionary<string, string?> _environment = new(StringComparer.Ordinal)
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,
    };

    public static async Task<ExecuteCommandResult> ExecuteAsync(ExecuteCommandContext context)
    {
        var (resource, instance) = LifecycleCommands.Find(context);
        var project = ((ProjectResource)resource.Resource).GetProjectMetadata().ProjectPath;
        var configuration = context.Services.GetRequiredService<LaunchPlanner>().Configuration;
        await _building.WaitAsync(context.CancellationToken);
        try
        {
            if (await BuildAsync(context, project, configuration, "-t:Compile") is { } error)
                return CommandResults.Failure($"'{resource.Resource.Name}' was not rebuilt and goes on as it was: {error}");
            await resource.StopAsync([instance], context.CancellationToken);
            if (await BuildAsync(context, project, configuration) is { } failure)
                return CommandResults.Failure($"'{resource.Resource.Name}' was stopped and could not be built: {failure}");
        }
        finally
        {
            _building.Release();
        }

        return await LifecycleCommands.StartAsync(context, resource, instance);
    }

    /// <summary>Null when the build succeeded, else its first error.</summary>
    private static async Task<string?> BuildAsync(ExecuteCommandContext context, string project, string configuration, params string[] more)
    {
        var run = await ToolRun.RunAsync(
            ProjectProgram.Dotnet(),
            ["build", project, "--configuration", configuration, "--nologo", "--verbosity", "minimal", "-nodeReuse:false", .. more],
            Path.GetDirectoryName(project)!,
            _environment,
            context.CancellationToken,
            line => context.Logger.LogInformation("{Line}", line));
        return run.ExitCode == 0
            ? null
            : run.Output.Split('\n').FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal))?.Trim() ?? $"the build ended with exit code {run.ExitCode}.";
    }
}
