using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.VerifyCluster;

/// <summary>What belongs into the cluster, and how to look at it.</summary>
/// <param name="Environment">Name of the overlay.</param>
/// <param name="Rendering">What the overlay makes.</param>
/// <param name="Tree">All of the tree.</param>
/// <param name="Url">Where requests from outside arrive; null: routes are not asked.</param>
internal sealed record VerifyContext(string Environment, Rendering Rendering, LintContext Tree, KubectlClient Kubectl, Uri? Url, HttpClient Http)
{
    private readonly Dictionary<(string Kind, string? Namespace), Task<KubectlAnswer>> _lists = [];

    /// <summary>Namespace of the environment.</summary>
    internal string Namespace { get; } = Rendering.Objects.Select(item => item.Namespace).OfType<string>().First();

    /// <summary>The objects of a kind in the cluster, asked for once.</summary>
    internal Task<KubectlAnswer> ListAsync(string kind, string? @namespace, CancellationToken cancellationToken)
    {
        if (!_lists.TryGetValue((kind, @namespace), out var answer))
            _lists[(kind, @namespace)] = answer = Kubectl.ListAsync(kind, @namespace, cancellationToken);
        return answer;
    }

    /// <summary>What the cluster has of an object of the tree; null when it has none or nobody can say.</summary>
    internal async Task<KubeObject?> FindAsync(KubeObject item, CancellationToken cancellationToken)
        => (await ListAsync(KubectlClient.KindName(item), item.Namespace, cancellationToken)).Items.FirstOrDefault(other => other.Name == item.Name);
}
