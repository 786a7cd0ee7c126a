namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>The cluster answers, and has the namespace.</summary>
internal sealed class ApiCheck() : ClusterCheck("cluster")
{
    internal override async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        var ready = await context.Kubectl.GetRawAsync("/readyz", cancellationToken);
        if (!ready.Succeeded)
            return [Fail("API server", $"It does not answer: {ready.Error}.", "Look at the context with 'kubectl config get-contexts', name another with --context, or start the cluster.")];

        var found = await context.Kubectl.RunAsync(["get", "namespace", context.Namespace, "-o", "json"], cancellationToken);
        return found.Succeeded
            ? [Pass("API server", "It is ready."), Pass($"namespace {context.Namespace}", "It is there.")]
            : [Fail($"namespace {context.Namespace}", $"It is not there: {found.Error}.", "Apply argocd/bootstrap once; Argo CD makes the rest. See docs/runbooks.")];
    }
}
