using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution.Containers;

/// <summary>One build of an image with the runtime's own builder, with or without BuildKit.</summary>
internal sealed class ImageBuild(ContainerCli cli, IResource resource, DockerfileBuildAnnotation build)
{
    // Prefix of the variables that carry secrets into the builder; only BuildKit and Podman can read them.
    private const string SecretVariable = "TMCP_BUILD_SECRET_";

    /// <summary>Builds and returns the name.</summary>
    /// <exception cref="DistributedApplicationException">The build failed.</exception>
    public async Task<string> RunAsync(string name, bool pullsBases, Action<string> log, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(build.ContextPath))
            throw Failed($"its build context '{build.ContextPath}' does not exist. Create it, or correct the path in the AppHost.");
        if (!File.Exists(build.DockerfilePath))
            throw Failed($"'{build.DockerfilePath}' does not exist. Create it, or correct the path in the AppHost.");

        var secrets = new Dictionary<string, string?>(StringComparer.Ordinal);
        // The older builder would keep the container of a step that failed.
        List<string> arguments = ["build", "--force-rm", "--file", build.DockerfilePath, "--tag", name, .. pullsBases ? ["--pull"] : Array.Empty<string>()];
        if (build.Stage is { } stage)
            arguments.AddRange(["--target", stage]);
        foreach (var (argument, value) in build.BuildArguments)
            arguments.AddRange(["--build-arg", value is null ? argument : $"{argument}={await LateText.OfAsync(value, cancellationToken)}"]);
        foreach (var (id, value) in build.BuildSecrets)
            arguments.AddRange(["--secret", await SecretAsync(id, value, secrets, cancellationToken)]);

        log($"Building image '{name}' from '{build.DockerfilePath}' ...");
        var run = await cli.RunAsync([.. arguments, build.ContextPath], cancellationToken, log, secrets);
        return run.ExitCode == 0 ? name : throw Failed(ImageProblem.Explain(cli.Runtime, name, run.Output));
    }

    private static async Task<string> SecretAsync(string id, object value, Dictionary<string, string?> variables, CancellationToken cancellationToken)
    {
        if (value is FileInfo file)
            return $"id={id},src={file.FullName}";
        var variable = $"{SecretVariable}{variables.Count}";
        variables[variable] = await LateText.OfAsync(value, cancellationToken);
        return $"id={id},env={variable}";
    }

    private DistributedApplicationException Failed(string why) =>
        new($"The image of '{resource.Name}' could not be built from '{build.DockerfilePath}': {why}");
}
