using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>Every workload runs what the tree says, and is ready.</summary>
internal sealed class WorkloadCheck() : ClusterCheck("workloads")
{
    internal override async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var workload in context.Rendering.Workloads.Where(workload => workload.IsService))
            results.Add(await CheckAsync(context, workload, cancellationToken));
        return results;
    }

    private async Task<CheckResult> CheckAsync(VerifyContext context, WorkloadView workload, CancellationToken cancellationToken)
    {
        var subject = workload.Object.ToString();
        if (await context.FindAsync(workload.Object, cancellationToken) is not { } found)
            return Fail(subject, "It is not there.", "Look at the application of the environment in Argo CD, and sync it.");

        var (ready, wanted) = Replicas(found);
        if (ready < wanted || wanted == 0)
        {
            var pods = (await context.ListAsync("pod", workload.Namespace, cancellationToken)).Items.Where(pod => IsOf(workload, pod)).ToList();
            var fault = pods.Select(PodFault.Find).OfType<PodFault>().FirstOrDefault();
            return wanted == 0
                ? Fail(subject, "It is scaled to 0.", "Sync it, or scale it up, if that was not meant.")
                : Fail(
                    subject,
                    $"{ready} of {wanted} pods are ready{(fault is null ? "" : $": {fault.What}")}.",
                    fault?.Remedy ?? (pods.Count == 0 ? $"No pod was made: 'kubectl describe {KubectlClient.KindName(found)} {found.Name} -n {found.Namespace}' says why." : "Wait for its probes, or read its log."));
        }

        var images = workload.Containers.Select(container => container.Root.Get("image").Text()).ToList();
        var running = WorkloadView.Create(found)!.Containers.Select(container => container.Root.Get("image").Text()).ToList();
        return images.SequenceEqual(running)
            ? Pass(subject, $"{ready} of {wanted} pods are ready.")
            : Fail(subject, $"It runs {string.Join(", ", running)}, and the tree says {string.Join(", ", images)}.", "Sync the application, or look whether Argo CD reads another revision.");
    }

    private static bool IsOf(WorkloadView workload, KubeObject pod)
        => LabelSelector.Matches(workload.Object.Root.Get("spec", "selector"), pod.Labels);

    // A controller that has not seen the newest description yet still reports about the old one.
    private static (int Ready, int Wanted) Replicas(KubeObject found)
    {
        var status = found.Root.Get("status");
        var wanted = found.Kind == "DaemonSet" ? status.Get("desiredNumberScheduled").Integer() ?? 0 : found.Root.Get("spec", "replicas").Integer() ?? 1;
        var isCurrent = (status.Get("observedGeneration").Integer() ?? 0) >= (found.Root.Get("metadata", "generation").Integer() ?? 0);
        var ready = status.Get(found.Kind == "DaemonSet" ? "numberReady" : "readyReplicas").Integer() ?? 0;
        return (isCurrent ? ready : 0, wanted);
    }
}
