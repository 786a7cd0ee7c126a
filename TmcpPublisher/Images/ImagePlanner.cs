using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Processes;

namespace Tmcp.Publisher.Images;

/// <summary>
/// Plans the building of every image of ours. Arguments are lists that no shell reads; secrets travel as environment variables of the
/// builder and never in an argument.
/// </summary>
/// <param name="graph">The system.</param>
/// <param name="registry">Prefix of every image.</param>
/// <param name="tag">Tag of every image.</param>
/// <param name="builder"><c>docker</c>, <c>podman</c>, or a path of one.</param>
/// <param name="repository">Where the paths of the graph begin.</param>
/// <param name="valueOf">The value of a parameter that a person gave for this build; null: none.</param>
internal sealed class ImagePlanner(SystemGraph graph, string registry, string tag, string builder, string repository, Func<string, string?> valueOf)
{
    private readonly List<string> _problems = [];

    /// <summary>Images that others copy from come first; each image once.</summary>
    /// <exception cref="PublishException">A value is missing, or two resources build different images of one name.</exception>
    internal IReadOnlyList<ImageStep> Plan()
    {
        var images = graph.BuildOnly.Concat(graph.Workloads.Select(workload => workload.Image).OfType<ImageSource.Built>());
        var steps = new List<ImageStep>();
        foreach (var group in images.GroupBy(image => image.Repository, StringComparer.Ordinal))
        {
            steps.Add(Step(group.First()));
            if (group.Skip(1).Any(other => !AreEqual(group.First().Build, other.Build)))
                _problems.Add($"Image '{group.Key}' is built from different sources by several resources. Give one of them another 'workload.image'.");
        }

        return _problems.Count == 0 ? steps : throw new PublishException(_problems);
    }

    private static bool AreEqual(ImageBuild one, ImageBuild other) =>
        (one.Context, one.Dockerfile, one.Project, one.Stage) == (other.Context, other.Dockerfile, other.Project, other.Stage);

    private ImageStep Step(ImageSource.Built image)
    {
        var reference = $"{registry}/{image.Repository}:{tag}";
        var calls = new List<ProcessCall> { image.Build.Dockerfile is null ? OfProject(image, reference) : OfDockerfile(image.Build, image.Repository, reference) };
        if (image.Build.CopiedFiles.Count > 0)
            calls.Add(CopyFiles(image.Build, reference));
        return new ImageStep(image.Repository, reference, calls);
    }

    // A Dockerfile beside the project is the author's word on how it is built; the SDK builds the others.
    private ProcessCall OfProject(ImageSource.Built image, string reference)
    {
        var project = image.Build.Project!;
        var dockerfile = $"{project[..Math.Max(0, project.LastIndexOf('/'))]}/Dockerfile";
        if (File.Exists(Path.Combine(repository, dockerfile)))
            return OfDockerfile(image.Build with { Context = ".", Dockerfile = dockerfile }, image.Repository, reference);

        return new ProcessCall("dotnet",
        [
            "publish", project, "--configuration", "Release", "--os", "linux", "-t:PublishContainer",
            $"-p:ContainerRepository={registry}/{image.Repository}", $"-p:ContainerImageTag={tag}",
            .. builder is "podman" ? ["-p:LocalRegistry=podman"] : Array.Empty<string>(),
        ]) { Folder = repository };
    }

    private ProcessCall OfDockerfile(ImageBuild build, string image, string reference)
    {
        var arguments = new List<string> { "build", "--file", build.Dockerfile!, "--tag", reference };
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        if (build.Stage is not null)
            arguments.AddRange(["--target", build.Stage]);
        foreach (var (name, value) in build.Arguments)
        {
            if (value.IsSecret)
                _problems.Add($"Image '{image}': the build argument '{name}' is a secret, and an argument stays in the image for everybody. Make it a build secret (WithBuildSecret).");
            else
                arguments.AddRange(["--build-arg", $"{name}={Text(value, image, name)}"]);
        }

        foreach (var secret in build.Secrets)
        {
            if (secret.Value is null)
            {
                arguments.AddRange(["--secret", $"id={secret.Name},src={secret.File}"]);
                continue;
            }

            var variable = $"TMCP_BUILD_SECRET_{environment.Count}";
            environment.Add(variable, Text(secret.Value, image, secret.Name));
            arguments.AddRange(["--secret", $"id={secret.Name},env={variable}"]);
        }

        return new ProcessCall(builder, [.. arguments, build.Context!]) { Folder = repository, Environment = environment };
    }

    // FROM lupca/web:1.0
    // COPY --from=lupca/front:1.0 ["/app/dist","./wwwroot/"]
    private ProcessCall CopyFiles(ImageBuild build, string reference)
    {
        var lines = new List<string> { $"FROM {reference}" };
        foreach (var files in build.CopiedFiles)
        {
            lines.AddRange(files.Sources.Select(source =>
                $"COPY --from={registry}/{files.From}:{tag} [{Quote(source)},{Quote($"{files.Destination.TrimEnd('/')}/")}]"));
        }

        return new ProcessCall(builder, ["build", "--tag", reference, "-"]) { Folder = repository, Input = string.Join('\n', lines) + "\n" };
    }

    private static string Quote(string path) => $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private string Text(TextTemplate value, string image, string name) => string.Concat(value.Parts.Select(part => part switch
    {
        TextPart.Literal literal => literal.Text,
        TextPart.Config config => Value(config.Parameter, config.UriEncode, image, name),
        TextPart.Secret secret => Value(secret.Parameter, secret.UriEncode, image, name),
        _ => throw new InvalidOperationException($"'{part}' is of no known kind."),
    }));

    private string Value(string parameter, bool encode, string image, string name)
    {
        if ((valueOf(parameter) ?? graph.BuildParameters[parameter].Default) is not { } value)
        {
            _problems.Add($"Image '{image}': '{name}' needs the parameter '{parameter}', which has no value. Set the environment variable {VariableOf(parameter)}.");
            return "";
        }

        return encode ? Uri.EscapeDataString(value) : value;
    }

    /// <summary>The variable that gives a parameter to a build, as it does to the AppHost: <c>Parameters__npm_token</c>.</summary>
    internal static string VariableOf(string parameter) => $"Parameters__{parameter.Replace('-', '_')}";
}
