using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>Every key that a workload needs is in the store.</summary>
internal sealed class SecretCheck() : ClusterCheck("secrets")
{
    internal override async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var secret in context.Rendering.OfKind("ExternalSecret"))
        {
            var list = await context.ListAsync(KubectlClient.KindName(secret), secret.Namespace, cancellationToken);
            var found = list.Items.FirstOrDefault(item => item.Name == secret.Name);
            var subject = $"{secret.Name} ({string.Join(", ", Keys(secret))})";
            if (!list.Succeeded)
                results.Add(Fail(subject, $"The cluster cannot list ExternalSecrets: {list.Error}.", "Install External Secrets: the application 'external-secrets' does."));
            else if (found is null)
                results.Add(Fail(subject, "The ExternalSecret is not there.", "Look at the application of the environment in Argo CD."));
            else if (Conditions.Ready(found) is { IsTrue: true })
                results.Add(Pass(subject, "Every key was read."));
            else if (IsOptional(context.Rendering, secret))
                results.Add(Note(subject, $"It was not read: {Conditions.Describe(found)}.", "It is optional: seed the keys if you want what they are for."));
            else
                results.Add(Fail(subject, $"It was not read: {Conditions.Describe(found)}.", $"Seed what is missing: {string.Join("; ", Seeds(secret))}. SECRETS.md says what each is."));
        }

        return results;
    }

    private static IEnumerable<string> Keys(KubeObject secret) => Entries(secret).Select(entry => $"{entry.Key}/{entry.Property}");

    // The value is read from the terminal, never from the command line; 'patch' keeps the other properties of the key.
    private static IEnumerable<string> Seeds(KubeObject secret)
        => Entries(secret).Select(entry => $"vault kv patch -mount=secret {entry.Key} {entry.Property}=- ('put' where the key is new)");

    private static IEnumerable<(string Key, string Property)> Entries(KubeObject secret) => secret.Root.Get("spec", "data").Items()
        .Select(entry => (entry.Get("remoteRef", "key").Text() ?? "", entry.Get("remoteRef", "property").Text() ?? ""));

    private static bool IsOptional(Rendering rendering, KubeObject secret)
    {
        var name = SecretView.Create(secret)!.Name;
        return rendering.Workloads.Where(workload => workload.Namespace == secret.Namespace).SelectMany(PodReference.Of)
            .Where(reference => reference.Kind == "Secret" && reference.Name == name).All(reference => reference.IsOptional);
    }
}
