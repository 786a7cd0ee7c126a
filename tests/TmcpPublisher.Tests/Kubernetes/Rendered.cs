using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>A rendered folder, to look things up in.</summary>
internal sealed class Rendered
{
    private readonly IReadOnlyList<KubeObject> _objects;

    internal Rendered(FileTree tree, string folder) => _objects = new KustomizeRenderer(new ObjectFiles(tree)).Render(folder).Objects;

    internal IReadOnlyList<KubeObject> All => _objects;

    /// <summary>The one object of a kind and name; the name without the hash of a generated one.</summary>
    internal JsonObject Object(string kind, string name) => _objects.Single(item => item.Kind == kind && item.OriginalName == name).Root;

    internal IEnumerable<JsonObject> Kind(string kind) => _objects.Where(item => item.Kind == kind).Select(item => item.Root);

    internal JsonObject Container(string kind, string name) => Pod(kind, name)["containers"]![0]!.AsObject();

    internal JsonObject Pod(string kind, string name)
    {
        var spec = Object(kind, name)["spec"]!;
        return (kind == "CronJob" ? spec["jobTemplate"]!["spec"]! : spec)["template"]!["spec"]!.AsObject();
    }

    /// <summary>Value of a variable that the pod itself carries.</summary>
    internal string? Variable(string kind, string name, string variable)
        => (Container(kind, name)["env"]?.AsArray() ?? []).Where(item => item!["name"]!.GetValue<string>() == variable).Select(item => item!["value"]?.GetValue<string>()).SingleOrDefault();

    internal IReadOnlyDictionary<string, string> Config(string name)
        => Object("ConfigMap", name)["data"]!.AsObject().ToDictionary(entry => entry.Key, entry => entry.Value!.GetValue<string>());
}
