using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Adds the hash to generated names, and follows it in every pod that reads them.</summary>
internal static class GeneratedNames
{
    internal static void Apply(IReadOnlyList<KubeObject> objects)
    {
        var renamed = new Dictionary<(string? Namespace, string Name), string>();
        foreach (var item in objects.Where(item => item.NeedsHash))
        {
            var name = $"{item.Name}-{NameHash.Of(item.Root)}";
            renamed[(item.Namespace, item.Name)] = name;
            item.Name = name;
        }

        if (renamed.Count == 0)
            return;

        foreach (var item in objects)
        {
            foreach (var reference in PodReferences.ConfigMaps(PodSpecs.Find(item)))
            {
                if (reference["name"].Text() is { } name && renamed.TryGetValue((item.Namespace, name), out var hashed))
                    reference["name"] = hashed;
            }
        }
    }
}

/// <summary>The places in a pod that name a ConfigMap.</summary>
internal static class PodReferences
{
    /// <summary>The objects that hold the name, as <c>name</c>.</summary>
    internal static IEnumerable<JsonObject> ConfigMaps(JsonNode? pod)
    {
        var fromContainers = PodSpecs.Containers(pod).SelectMany(container =>
            container.Get("envFrom").Items().Select(source => source.Get("configMapRef"))
                .Concat(container.Get("env").Items().Select(variable => variable.Get("valueFrom", "configMapKeyRef"))));
        var fromVolumes = pod.Get("volumes").Items().SelectMany(volume =>
            volume.Get("projected", "sources").Items().Select(source => source.Get("configMap")).Append(volume.Get("configMap")));
        return fromContainers.Concat(fromVolumes).OfType<JsonObject>();
    }
}
