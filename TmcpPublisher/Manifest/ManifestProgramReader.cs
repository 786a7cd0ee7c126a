using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Manifest;

/// <summary>Reads what runs: projects, containers, Dockerfiles.</summary>
/// <param name="folder">Paths in the manifest are relative to it.</param>
internal sealed class ManifestProgramReader(string folder)
{
    internal ManifestProgram Read(string type, JsonPlace place) => ReadSource(type, place) with
    {
        Entrypoint = ManifestReader.TextOf(place.Find("entrypoint")),
        Arguments = place.Find("args")?.Items().Select(ManifestReader.TextOf).OfType<ManifestText>().ToArray() ?? [],
        Environment = Texts(place.Find("env")),
        Volumes = place.Find("volumes")?.Items().Select(ReadVolume).ToArray() ?? [],
        BindMounts = place.Find("bindMounts")?.Items().Select(ReadBindMount).ToArray() ?? [],
        ContainerFiles = place.Find("containerFiles")?.Members().Select(member => ReadFiles(member.Name, member.Place)).ToArray() ?? [],
    };

    private ManifestProgram ReadSource(string type, JsonPlace place)
    {
        switch (type)
        {
            case "project.v0" or "project.v1":
                return new ManifestProgram { Project = Required(place, "path") };
            case "dockerfile.v0":
                return new ManifestProgram
                {
                    Build = new ManifestBuild(Required(place, "context"), Required(place, "path"), null, false, Texts(place.Find("buildArgs")), []),
                };
        }

        var image = ManifestReader.TextOf(place.Find("image"));
        var build = place.Find("build");
        if (image is null == build is null)
            place.Refuse("needs an 'image' or a 'build', and exactly one of them.");
        return new ManifestProgram { Image = image, Build = build is null ? null : ReadBuild(build) };
    }

    private ManifestBuild ReadBuild(JsonPlace place) => new(
        Required(place, "context"),
        place.Text("dockerfile") is { } file ? Absolute(file) : null,
        place.Text("stage"),
        place.Flag("buildOnly"),
        Texts(place.Find("args")),
        place.Find("secrets")?.Members().Select(member => ReadSecret(member.Name, member.Place)).ToArray() ?? []);

    private ManifestBuildSecret ReadSecret(string name, JsonPlace place)
    {
        switch (place.Text("type"))
        {
            case "env":
                return new ManifestBuildSecret(name, ManifestReader.TextOf(place.Require("value")), null);
            case "file":
                return new ManifestBuildSecret(name, null, Required(place, "source"));
            case var other:
                place.Refuse($"has the type '{other}', and has to be 'env' or 'file'.");
                return new ManifestBuildSecret(name, null, null);
        }
    }

    private static ManifestVolume ReadVolume(JsonPlace place) => new(
        place.Text("name") is { Length: > 0 } name ? name : null, Target(place), place.Flag("readOnly"), place.Path);

    private ManifestBindMount ReadBindMount(JsonPlace place) => new(Required(place, "source"), Target(place), place.Flag("readOnly"), place.Path);

    private static string Target(JsonPlace place)
    {
        var target = place.Require("target")?.AsText() ?? "/";
        if (!target.StartsWith('/') || target.Split('/').Contains("..") || target.Contains(':', StringComparison.Ordinal))
            place.Refuse($"'target' is '{target}', and has to be an absolute path in the container, such as '/data'.");
        return target;
    }

    private static ManifestContainerFiles ReadFiles(string resource, JsonPlace place) => new(
        resource,
        place.Require("destination")?.AsText() ?? "",
        place.Require("sources")?.Items().Select(item => item.AsText()).OfType<string>().ToArray() ?? [],
        place.Path);

    private static KeyValuePair<string, ManifestText>[] Texts(JsonPlace? place) =>
        place?.Members()
            .Select(member => (member.Name, Text: ManifestReader.TextOf(member.Place)))
            .Where(member => member.Text is not null)
            .Select(member => KeyValuePair.Create(member.Name, member.Text!))
            .ToArray() ?? [];

    private string Required(JsonPlace place, string member) => place.Require(member)?.AsText() is { } path ? Absolute(path, place) : folder;

    private string Absolute(string path, JsonPlace? place = null)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            place?.Refuse("holds a NUL character, which no path has.");
            return folder;
        }

        return Path.GetFullPath(path.Replace('\\', '/'), folder);
    }
}
