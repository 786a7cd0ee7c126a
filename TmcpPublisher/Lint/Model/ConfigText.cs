using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>A text that a program is given, wherever it is kept.</summary>
/// <param name="Object">The object that holds it.</param>
/// <param name="Path">Where in it.</param>
/// <param name="Key">Name of the variable or the file; empty for an argument.</param>
internal sealed record ConfigText(KubeObject Object, string Path, string Key, string Value)
{
    /// <summary>The texts in an object itself: variables and arguments of its pods, the data of a ConfigMap.</summary>
    internal static IEnumerable<ConfigText> In(KubeObject item)
    {
        if (item.Kind == "ConfigMap")
            return Data(item);

        return WorkloadView.Create(item) is { } workload ? workload.Containers.SelectMany(container => In(item, container)) : [];
    }

    /// <summary>All that the pods of a workload are given.</summary>
    internal static IEnumerable<ConfigText> For(WorkloadView workload, Rendering rendering) => In(workload.Object).Concat(PodReference.Of(workload)
        .Select(reference => (reference.Kind, reference.Name)).Distinct()
        .SelectMany(reference => reference.Kind switch
        {
            "ConfigMap" when rendering.Find("ConfigMap", workload.Namespace, reference.Name) is { } map => Data(map),
            "Secret" => rendering.Secrets(workload.Namespace, reference.Name).SelectMany(secret => Template(secret.Producer)),
            _ => [],
        }));

    private static IEnumerable<ConfigText> Data(KubeObject map)
        => map.Root.Get("data").TextMembers().Select(member => new ConfigText(map, $"data.{member.Key}", member.Key, member.Value));

    private static IEnumerable<ConfigText> Template(KubeObject secret) => secret.Root.Get("spec", "target", "template", "data").TextMembers()
        .Select(member => new ConfigText(secret, $"spec.target.template.data.{member.Key}", member.Key, member.Value));

    private static IEnumerable<ConfigText> In(KubeObject item, ContainerView container)
    {
        foreach (var (index, variable) in container.Root.Get("env").Items().Index())
        {
            if (variable.Get("value").Text() is { } value)
                yield return new ConfigText(item, $"{container.Path}.env[{index}].value", variable.Get("name").Text() ?? "", value);
        }

        foreach (var field in new[] { "command", "args" })
        {
            foreach (var (index, argument) in container.Root.Get(field).Texts().Index())
                yield return new ConfigText(item, $"{container.Path}.{field}[{index}]", "", argument);
        }
    }
}
