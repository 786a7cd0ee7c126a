using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>Argo CD has brought the cluster to what Git says.</summary>
internal sealed class ApplicationCheck() : ClusterCheck("argocd")
{
    internal override async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        var expected = context.Tree.Applications.DistinctBy(item => item.Name)
            .Where(item => !LintContext.Sources(item).Any(source => source.Source.Get("path").Text() is { } path && path.Contains("/overlays/", StringComparison.Ordinal)
                && !path.EndsWith($"/overlays/{context.Environment}", StringComparison.Ordinal)));
        foreach (var application in expected)
        {
            var found = await context.FindAsync(application, cancellationToken);
            var sync = found?.Root.Get("status", "sync", "status").Text() ?? "Unknown";
            var health = found?.Root.Get("status", "health", "status").Text() ?? "Unknown";
            results.Add(found is null
                ? Fail($"application {application.Name}", "It is not there.", "Apply argocd/bootstrap once, or look at the application 'root'.")
                : sync == "Synced" && health == "Healthy"
                    ? Pass($"application {application.Name}", "Synced and healthy.")
                    : Fail($"application {application.Name}", $"It is {sync} and {health}{Message(found)}.", "The checks below say which part; Argo CD tries again by itself."));
        }

        return results;
    }

    private static string Message(KubeObject application) => application.Root.Get("status", "operationState", "message").Text() is { Length: > 0 } text ? $": {text.TrimEnd('.')}" : "";
}
