using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>The secret store is initialised and open, and External Secrets can read it.</summary>
internal sealed class VaultCheck() : ClusterCheck("vault")
{
    internal override async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var store in Stores(context))
        {
            if (store.Root.Get("spec", "provider", "vault", "server").Text() is { } server && Uri.TryCreate(server, UriKind.Absolute, out var address))
                results.Add(await AskAsync(context, address, cancellationToken));
            results.Add(await LookAsync(context, store, cancellationToken));
        }

        return results;
    }

    private static IEnumerable<KubeObject> Stores(VerifyContext context)
    {
        var used = context.Rendering.OfKind("ExternalSecret").Select(secret => secret.Root.Get("spec", "secretStoreRef", "name").Text()).ToHashSet(StringComparer.Ordinal);
        return context.Tree.Objects.Where(item => item.Kind is "ClusterSecretStore" or "SecretStore" && used.Contains(item.Name)).DistinctBy(item => item.Name);
    }

    // The answers of a sealed and of a new Vault are asked for as 200, so that kubectl shows them.
    private async Task<CheckResult> AskAsync(VerifyContext context, Uri server, CancellationToken cancellationToken)
    {
        var host = server.Host.Split('.');
        if (host.Length < 2)
            return Note("Vault", $"Its address '{server}' is outside of the cluster.", "Look at it with 'vault status'.");

        var answer = await context.Kubectl.GetRawAsync(
            $"/api/v1/namespaces/{host[1]}/services/{server.Scheme}:{host[0]}:{server.Port}/proxy/v1/sys/health?standbyok=true&sealedcode=200&uninitcode=200", cancellationToken);
        if (!answer.Succeeded)
            return Fail("Vault", $"It does not answer: {answer.Error}.", $"Look at its pod with 'kubectl get pods -n {host[1]}'.");
        if (!answer.Json.Get("initialized").IsTrue())
            return Fail("Vault", "It is not initialised.", "Initialise it as docs/runbooks says, or turn the keeper on ('vaultKeeper' in the settings).");
        return answer.Json.Get("sealed").IsTrue()
            ? Fail("Vault", "It is sealed: no secret can be read.", "Unseal it as docs/runbooks says; what waits goes on by itself.")
            : Pass("Vault", "It is initialised and open.");
    }

    private async Task<CheckResult> LookAsync(VerifyContext context, KubeObject store, CancellationToken cancellationToken)
    {
        var list = await context.ListAsync(KubectlClient.KindName(store), store.Namespace, cancellationToken);
        if (!list.Succeeded)
            return Fail($"store {store.Name}", $"The cluster cannot list it: {list.Error}.", "Install External Secrets: the application 'external-secrets' does.");

        return list.Items.FirstOrDefault(item => item.Name == store.Name) is not { } found
            ? Fail($"store {store.Name}", "It is not there.", "Look at the application 'platform-config'.")
            : Conditions.Ready(found) is { IsTrue: true }
                ? Pass($"store {store.Name}", "External Secrets can read it.")
                : Fail($"store {store.Name}", $"External Secrets cannot read it: {Conditions.Describe(found)}.", "Check the role and the policy in Vault as docs/runbooks says.");
    }
}
