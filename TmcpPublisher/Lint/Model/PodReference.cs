using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>The name of another object in a pod.</summary>
/// <param name="Kind">ConfigMap, Secret, PersistentVolumeClaim or ServiceAccount.</param>
/// <param name="Key">The key in it that is read; null: all of it.</param>
/// <param name="IsOptional">Whether the pod starts without it.</param>
/// <param name="IsEnvironment">Whether all its keys become variables.</param>
/// <param name="Container">The container that reads it; null: the pod.</param>
internal sealed record PodReference(
    string Kind, string Name, string? Key, bool IsOptional, string Path, bool IsEnvironment = false, ContainerView? Container = null)
{
    internal static IEnumerable<PodReference> Of(WorkloadView workload) => workload.Containers.SelectMany(Of)
        .Concat(workload.Pod.Get("volumes").Items().SelectMany((volume, index) => OfVolume(volume, $"{workload.PodPath}.volumes[{index}]")))
        .Concat(workload.Pod.Get("imagePullSecrets").Items().SelectMany((secret, index) => Create("Secret", secret, $"{workload.PodPath}.imagePullSecrets[{index}]")))
        .Concat(workload.Pod.Get("serviceAccountName").Text() is { } account
            ? [new PodReference("ServiceAccount", account, null, IsOptional: false, $"{workload.PodPath}.serviceAccountName")]
            : []);

    private static IEnumerable<PodReference> Of(ContainerView container)
    {
        foreach (var (index, source) in container.Root.Get("envFrom").Items().Index())
        {
            var path = $"{container.Path}.envFrom[{index}]";
            foreach (var reference in Create("ConfigMap", source.Get("configMapRef"), $"{path}.configMapRef").Concat(Create("Secret", source.Get("secretRef"), $"{path}.secretRef")))
                yield return reference with { IsEnvironment = true, Container = container };
        }

        foreach (var (index, variable) in container.Root.Get("env").Items().Index())
        {
            var path = $"{container.Path}.env[{index}].valueFrom";
            var from = variable.Get("valueFrom");
            foreach (var reference in Create("ConfigMap", from.Get("configMapKeyRef"), $"{path}.configMapKeyRef").Concat(Create("Secret", from.Get("secretKeyRef"), $"{path}.secretKeyRef")))
                yield return reference with { Container = container };
        }
    }

    private static IEnumerable<PodReference> OfVolume(JsonNode? volume, string path)
    {
        var own = Create("ConfigMap", volume.Get("configMap"), $"{path}.configMap")
            .Concat(Create("Secret", volume.Get("secret"), $"{path}.secret", "secretName"))
            .Concat(Create("PersistentVolumeClaim", volume.Get("persistentVolumeClaim"), $"{path}.persistentVolumeClaim", "claimName"));
        var projected = volume.Get("projected", "sources").Items().SelectMany((source, index) =>
            Create("ConfigMap", source.Get("configMap"), $"{path}.projected.sources[{index}].configMap")
                .Concat(Create("Secret", source.Get("secret"), $"{path}.projected.sources[{index}].secret")));
        return own.Concat(projected);
    }

    // A volume names the keys that it shows as items; each has to be there.
    private static IEnumerable<PodReference> Create(string kind, JsonNode? reference, string path, string nameField = "name")
    {
        if (reference.Get(nameField).Text() is not { } name)
            yield break;

        var whole = new PodReference(kind, name, reference.Get("key").Text(), reference.Get("optional").IsTrue(), $"{path}.{nameField}");
        yield return whole;
        foreach (var (index, item) in reference.Get("items").Items().Index())
            yield return whole with { Key = item.Get("key").Text(), Path = $"{path}.items[{index}].key" };
    }
}
