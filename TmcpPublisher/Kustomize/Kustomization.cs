using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>A kustomization file whose every field is one that the renderer knows.</summary>
internal sealed class Kustomization
{
    internal const string ComponentKind = "Component";

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "apiVersion", "kind", "metadata", "resources", "components", "namespace", "images", "labels", "configMapGenerator", "generatorOptions", "patches",
        "replicas",
    };

    private Kustomization(string file, JsonObject root)
    {
        File = file;
        Root = root;
    }

    internal string File { get; }

    internal string Folder => TreePath.Folder(File);

    internal JsonObject Root { get; }

    internal bool IsComponent => Root.Get("kind").Text() == ComponentKind;

    internal IEnumerable<string> Resources => Root.Get("resources").Texts();

    internal IEnumerable<string> Components => Root.Get("components").Texts();

    internal string? Namespace => Root.Get("namespace").Text();

    /// <exception cref="KustomizeException">There is no such file, or it holds something else or a field that is not supported.</exception>
    internal static Kustomization Load(ObjectFiles files, string folder, string askedBy)
    {
        var file = files.FindKustomization(folder)
            ?? throw new KustomizeException(askedBy, $"There is no kustomization.yaml in '{folder}'.", "Correct the path, or write that file.");
        if (files.Read(file) is not [var only])
            throw new KustomizeException(file, "It does not hold exactly one document.", "Write one Kustomization or Component.");

        if (only.Kind is not ("Kustomization" or ComponentKind))
            throw new KustomizeException(file, $"Its kind is '{only.Kind}'.", "Write 'Kustomization' or 'Component'.");
        RequireFields(file, only.Root, "", Fields);
        return new Kustomization(file, only.Root);
    }

    /// <summary>Refuses what kustomize may know and the renderer does not: left out silently, it would make the lint blind.</summary>
    internal static void RequireFields(string file, JsonNode? node, string path, IReadOnlySet<string> known)
    {
        var unknown = node.Members().Select(member => member.Key).FirstOrDefault(name => !known.Contains(name));
        if (unknown is not null)
        {
            throw new KustomizeException(
                file, $"The field '{path}{unknown}' is not supported.", $"Use {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }
}
