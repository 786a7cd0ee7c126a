using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Manifest;

/// <summary>
/// Reads an Aspire manifest: what <c>--publisher manifest</c> of any AppHost writes. Unknown types are skipped, as the format wants it;
/// members that no cluster needs (<c>deployment</c>, <c>params</c>) are not looked at.
/// </summary>
internal sealed class ManifestReader
{
    private readonly ProblemList _problems = new();
    private readonly List<string> _warnings = [];
    private readonly List<ManifestResource> _resources = [];
    private readonly List<KubernetesFacts> _facts = [];
    private readonly string _folder;

    private ManifestReader(string folder) => _folder = folder;

    /// <param name="file">Path of the manifest. Paths in it are relative to its folder.</param>
    /// <exception cref="PublishException">It is no manifest, or a member of it has the wrong form.</exception>
    internal static AspireManifest Read(string file)
    {
        var full = Path.GetFullPath(file);
        var reader = new ManifestReader(Path.GetDirectoryName(full)!);
        JsonFile.Read(full, "$", reader._problems, root =>
        {
            reader.Read(root);
            return true;
        });
        reader._problems.ThrowIfAny();
        return new AspireManifest(reader._resources, reader._facts, reader._warnings);
    }

    private void Read(JsonPlace root)
    {
        if (root.Require("resources") is not { } resources)
            return;

        foreach (var (name, place) in resources.Members())
        {
            if (place.IsObject)
                _resources.Add(ReadResource(name, place));
            else
                place.Refuse("is no resource. A resource is an object with a 'type'.");
        }
    }

    private ManifestResource ReadResource(string name, JsonPlace place)
    {
        var type = place.Text("type") ?? "";
        return type switch
        {
            "project.v0" or "project.v1" or "container.v0" or "container.v1" or "dockerfile.v0" => Resource(ResourceKind.Program) with
            {
                Bindings = ManifestBindingReader.Read(place.Find("bindings")),
                Inputs = ManifestInputReader.Read(place.Find("inputs")),
                Program = new ManifestProgramReader(_folder).Read(type, place),
            },
            "executable.v0" => Resource(ResourceKind.Executable) with { Bindings = ManifestBindingReader.Read(place.Find("bindings")) },
            "value.v0" => Resource(ResourceKind.Value),
            "parameter.v0" => Resource(ResourceKind.Parameter) with { Inputs = ManifestInputReader.Read(place.Find("inputs")) },
            "annotated.string" => ReadEncoded(Resource(ResourceKind.EncodedText), place),
            KubernetesFactsReader.Type => ReadFacts(Resource(ResourceKind.Kubernetes), place),
            _ => Skip(Resource(ResourceKind.Skipped), place),
        };

        ManifestResource Resource(ResourceKind kind) => new()
        {
            Name = name,
            Type = type,
            Path = place.Path,
            Kind = kind,
            ConnectionString = kind is ResourceKind.Skipped ? null : TextOf(place.Find("connectionString")),
            Value = kind is ResourceKind.Parameter or ResourceKind.EncodedText ? TextOf(place.Find("value")) : null,
        };
    }

    private static ManifestResource ReadEncoded(ManifestResource resource, JsonPlace place)
    {
        if (place.Text("filter") is not "uri" and var filter)
            place.Refuse($"has the filter '{filter}', and 'uri' is the only one that is known.");
        place.Require("value");
        return resource;
    }

    private ManifestResource ReadFacts(ManifestResource resource, JsonPlace place)
    {
        if (KubernetesFactsReader.Read(place) is { } facts)
            _facts.Add(facts);
        return resource;
    }

    private ManifestResource Skip(ManifestResource resource, JsonPlace place)
    {
        _warnings.Add(resource.Type switch
        {
            "" when place.Find("error") is { IsText: true } error =>
                $"{place.Path}: skipped: its AppHost could not describe it ({error.AsText()}). Exclude it from the manifest, or give it a manifest callback.",
            "" => $"{place.Path}: skipped: it has no type. Write the manifest again with a current Aspire.",
            _ => $"{place.Path}: skipped: a cluster has no counterpart of the type '{resource.Type}'. What refers to it cannot be published.",
        });
        return resource;
    }

    internal static ManifestText? TextOf(JsonPlace? place) => place?.AsText() is { } text ? new ManifestText(text, place.Path) : null;
}
