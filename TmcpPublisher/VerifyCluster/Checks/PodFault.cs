using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>Why a pod is not ready.</summary>
/// <param name="What">The reason with the words of the kubelet.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record PodFault(string What, string Remedy)
{
    /// <summary>The first fault; null when nothing is wrong, or nothing is known yet.</summary>
    internal static PodFault? Find(KubeObject pod)
    {
        if (Conditions.Find(pod, "PodScheduled") is { IsTrue: false } unscheduled)
            return new PodFault($"{pod.Name} has no node: {unscheduled}", "Free memory or CPU, add a node, or look at the claim that it waits for with 'kubectl get pvc'.");

        var statuses = pod.Root.Get("status", "initContainerStatuses").Items().Concat(pod.Root.Get("status", "containerStatuses").Items());
        return statuses.Select(status => OfContainer(pod, status)).FirstOrDefault(fault => fault is not null);
    }

    private static PodFault? OfContainer(KubeObject pod, JsonNode? status)
    {
        if (status.Get("state", "waiting") is not { } waiting)
            return status.Get("ready").IsFalse() && status.Get("state", "running") is not null ? NotReady(pod, status) : null;

        var reason = waiting.Get("reason").Text() ?? "";
        var message = waiting.Get("message").Text() ?? "";
        var log = $"kubectl logs {pod.Name} -n {pod.Namespace} -c {status.Get("name").Text()}";
        return reason switch
        {
            // couldn't find key REDIS_PASSWORD in Secret tmcp-marketing/agent-secrets-k8s; secret "pb-secrets-k8s" not found
            "CreateContainerConfigError" => new(Text(pod, reason, message), "Seed that key in Vault (SECRETS.md says where); the pod starts by itself once the ExternalSecret is read."),
            "ImagePullBackOff" or "ErrImagePull" or "InvalidImageName" => new(Text(pod, reason, message), "Push that image, correct the image lock of the environment, or give the node access to the registry."),
            "CrashLoopBackOff" => new(Text(pod, reason, Ended(status)), $"Read why: {log} --previous"),
            "ContainerCreating" or "PodInitializing" => new(Text(pod, reason, message), $"Wait; if it stays, 'kubectl describe pod {pod.Name} -n {pod.Namespace}' says what it waits for."),
            _ => new(Text(pod, reason, message), $"Read more: kubectl describe pod {pod.Name} -n {pod.Namespace}"),
        };
    }

    private static PodFault NotReady(KubeObject pod, JsonNode? status)
        => new($"{pod.Name} runs and its readiness probe fails", $"Read its log: kubectl logs {pod.Name} -n {pod.Namespace} -c {status.Get("name").Text()}");

    private static string Text(KubeObject pod, string reason, string message)
        => $"{pod.Name} is in {reason}{(message.Length > 0 ? $": {message.TrimEnd('.')}" : "")}";

    private static string Ended(JsonNode? status) => status.Get("lastState", "terminated") is { } ended
        ? $"it ended with {ended.Get("exitCode").Text()} ({ended.Get("reason").Text()}), {status.Get("restartCount").Text()} restarts"
        : "";
}
