using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Where the pod is in each kind of workload.</summary>
internal static class PodSpecs
{
    /// <summary>Path of the pod template, or of the pod itself; null for a kind without pods.</summary>
    internal static string[]? TemplatePath(string kind) => kind switch
    {
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "Job" => ["spec", "template"],
        "CronJob" => ["spec", "jobTemplate", "spec", "template"],
        "Pod" => [],
        _ => null,
    };

    /// <summary>The template: its <c>metadata.labels</c> are the pod's.</summary>
    internal static JsonObject? Template(KubeObject workload)
        => TemplatePath(workload.Kind) is { } path ? workload.Root.Get(path) as JsonObject : null;

    internal static JsonObject? Find(KubeObject workload) => Template(workload).Get("spec") as JsonObject;

    /// <summary>Init containers first, as they start.</summary>
    internal static IEnumerable<JsonObject> Containers(JsonNode? pod)
        => pod.Get("initContainers").Items().Concat(pod.Get("containers").Items()).OfType<JsonObject>();
}
