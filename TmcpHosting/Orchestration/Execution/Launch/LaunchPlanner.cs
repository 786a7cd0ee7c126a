using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Orchestration.Execution.Launch;

/// <summary>Evaluates one instance for one start: program, arguments, environment.</summary>
internal sealed class LaunchPlanner(
    ResourceConfigurationEvaluator evaluator,
    ResourceLoggerService loggers,
    DistributedApplicationOptions options)
{
    /// <summary>The build configuration of the AppHost, which projects are built with too.</summary>
    public string Configuration => AppHostMetadata.Configuration(AppHost) ?? "Debug";

    private Assembly? AppHost => options.AppHostAssembly;

    /// <summary>Runs the callbacks of the resource and finds its program.</summary>
    public async Task<LaunchPlan> PlanAsync(IResource resource, ResourceInstance instance, CancellationToken cancellationToken)
    {
        var evaluated = await evaluator.EvaluateAsync(resource, instance, loggers.GetLogger(instance.Name), cancellationToken);
        var environment = evaluated.Environment.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
        // What the callbacks wrote names the first replica.
        OtlpEnvironment.SetInstance(environment, instance);
        return resource switch
        {
            ProjectResource it => Project(it, evaluated, environment),
            _ when resource.IsContainer() => new LaunchPlan { Args = evaluated.Arguments, Environment = environment },
            _ => Executable(resource, evaluated, environment),
        };
    }

    private LaunchPlan Project(ProjectResource project, EvaluatedConfiguration evaluated, Dictionary<string, string> environment)
    {
        var path = project.GetProjectMetadata().ProjectPath;
        var program = ProjectProgram.Of(project, AppHostMetadata.ProjectOutput(AppHost, path), Configuration);
        if (program.NeedsDotnetRoot)
            environment.TryAdd("DOTNET_ROOT", ProjectProgram.DotnetRoot);
        return new LaunchPlan
        {
            Program = program.Path,
            ProgramArgs = program.Args,
            WorkingDirectory = ProcessLaunch.CheckFolder(project, Path.GetDirectoryName(path)!),
            Args = evaluated.Arguments,
            Environment = environment,
        };
    }

    private static LaunchPlan Executable(IResource resource, EvaluatedConfiguration evaluated, Dictionary<string, string> environment)
    {
        resource.TryGetLastAnnotation<ExecutableAnnotation>(out var executable);
        var folder = ProcessLaunch.CheckFolder(resource, executable!.WorkingDirectory);
        var path = environment.GetValueOrDefault("PATH") ?? Environment.GetEnvironmentVariable("PATH") ?? "";
        return new LaunchPlan
        {
            Program = ProcessLaunch.ResolveProgram(resource, executable.Command, folder, path),
            WorkingDirectory = folder,
            Args = evaluated.Arguments,
            Environment = environment,
        };
    }
}
