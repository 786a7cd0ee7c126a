using Tmcp.Publisher.Expressions;
using Tmcp.Publisher.Input;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>Finds the image of a program, or how it is built.</summary>
/// <param name="repository">Folder that paths become relative to.</param>
internal sealed class ImageBuilder(
    AspireManifest manifest,
    IReadOnlyDictionary<string, KubernetesFacts> facts,
    TextResolver resolver,
    UsageLog usage,
    ProblemList problems,
    string repository)
{
    internal ImageSource Build(ProgramPlan plan) => plan.Program.Image is { } image
        ? new ImageSource.External(Reference(plan, image))
        : Build(plan.Resource, plan.Program);

    internal ImageSource.Built Build(ManifestResource resource, ManifestProgram program) => new(
        RepositoryOf(resource.Name),
        program.Build is { } build ? OfDockerfile(build, program) : OfProject(program));

    private string RepositoryOf(string resource) => facts.GetValueOrDefault(resource)?.Image ?? LegalName.Label(resource);

    private ImageBuild OfProject(ManifestProgram program) => new(null, null, Relative(program.Project!), null, []) { CopiedFiles = Copied(program) };

    private ImageBuild OfDockerfile(ManifestBuild build, ManifestProgram program) => new(
        Relative(build.Context),
        build.Dockerfile is { } file ? Relative(file) : $"{Relative(build.Context)}/Dockerfile",
        null,
        build.Stage,
        build.Arguments.Select(argument => KeyValuePair.Create(argument.Key, Text(argument.Value))).ToArray())
    {
        Secrets = build.Secrets
            .Select(secret => new BuildSecret(secret.Name, secret.Value is null ? null : Text(secret.Value), secret.Source is null ? null : Relative(secret.Source)))
            .ToArray(),
        CopiedFiles = Copied(program),
    };

    private TextTemplate Text(ManifestText text) => usage.UseInBuild(resolver.Resolve(text), text.Path);

    private string Reference(ProgramPlan plan, ManifestText image)
    {
        var template = usage.UseInBuild(resolver.Resolve(image), image.Path);
        if (template.Parts is [TextPart.Literal { Text: var reference }] && !reference.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
            return reference;

        problems.Add(image.Path, $"'{image.Value}' is no image of '{plan.Resource.Name}'. Write a fixed reference such as 'docker.io/library/redis:8.6'.");
        return image.Value;
    }

    private CopiedFiles[] Copied(ManifestProgram program) => program.ContainerFiles
        .Where(files =>
        {
            var source = manifest.Find(files.Resource)?.Program;
            if (source is { Image: null })
                return true;

            problems.Add(files.Path, $"copies files out of '{files.Resource}', which is no resource with a build. {Suggestion.Sentence(files.Resource, Builds())}");
            return false;
        })
        .Select(files => new CopiedFiles(RepositoryOf(files.Resource), files.Sources, files.Destination))
        .ToArray();

    private IEnumerable<string> Builds() => manifest.Resources.Where(resource => resource.Program is { Image: null }).Select(resource => resource.Name);

    private string Relative(string path) => Path.GetRelativePath(repository, path).Replace('\\', '/');
}
