using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>What a cluster would get from one folder, with the look-ups that rules need.</summary>
internal sealed class Rendering
{
    private readonly ILookup<(string Kind, string? Namespace, string Name), KubeObject> _byName;
    private readonly ILookup<string, KubeObject> _byKind;
    private readonly ILookup<(string Key, string Value), WorkloadView> _byLabel;
    private readonly ILookup<(string? Namespace, string Name), SecretView> _secrets;
    private readonly Lazy<PolicySet> _policies;

    internal Rendering(string folder, IReadOnlyList<KubeObject> objects, bool isTrial)
    {
        Folder = folder;
        IsTrial = isTrial;
        Objects = objects;
        Workloads = objects.Select(WorkloadView.Create).OfType<WorkloadView>().ToList();
        _byName = objects.ToLookup(item => (item.Kind, item.Namespace, item.Name));
        _byKind = objects.ToLookup(item => item.Kind, StringComparer.Ordinal);
        _byLabel = Workloads.SelectMany(workload => workload.Labels.Select(label => (Label: (label.Key, label.Value), workload)))
            .ToLookup(pair => pair.Label, pair => pair.workload);
        _secrets = objects.Select(SecretView.Create).OfType<SecretView>().ToLookup(secret => (secret.Producer.Namespace, secret.Name));
        _policies = new Lazy<PolicySet>(() => new PolicySet(this));
    }

    /// <summary>Path in the tree.</summary>
    internal string Folder { get; }

    /// <summary>Last part of the folder: for an overlay the name of its environment.</summary>
    internal string Name => TreePath.FileName(Folder);

    internal bool IsOverlay => Folder.StartsWith("overlays/", StringComparison.Ordinal);

    /// <summary>Whether nothing deploys this: a component that no environment uses, on top of the base.</summary>
    internal bool IsTrial { get; }

    internal IReadOnlyList<KubeObject> Objects { get; }

    internal IReadOnlyList<WorkloadView> Workloads { get; }

    internal PolicySet Policies => _policies.Value;

    internal IEnumerable<KubeObject> OfKind(string kind) => _byKind[kind];

    /// <summary>What makes a Secret; more than one is a mistake.</summary>
    internal IEnumerable<SecretView> Secrets(string? @namespace, string name) => _secrets[(@namespace, name)];

    /// <summary>An object by the name that it has in the cluster; null when there is none.</summary>
    internal KubeObject? Find(string kind, string? @namespace, string name) => _byName[(kind, @namespace, name)].FirstOrDefault();

    internal ServiceView? FindService(string? @namespace, string name) => Find("Service", @namespace, name) is { } service ? new ServiceView(service, this) : null;

    internal IEnumerable<IGrouping<(string Kind, string? Namespace, string Name), KubeObject>> ByName => _byName;

    /// <summary>The workloads of a namespace whose pods have all these labels.</summary>
    internal IEnumerable<WorkloadView> Select(IReadOnlyDictionary<string, string> labels, string? @namespace)
        => Candidates(labels).Where(workload => workload.Namespace == @namespace && LabelSelector.MatchesAll(labels, workload.Labels));

    /// <summary>The workloads of a namespace whose pods a selector matches.</summary>
    internal IEnumerable<WorkloadView> Select(JsonNode? selector, string? @namespace)
        => Candidates(selector.Get("matchLabels").TextMembers())
            .Where(workload => workload.Namespace == @namespace && LabelSelector.Matches(selector, workload.Labels));

    // The rarest label decides how many have to be looked at.
    private IEnumerable<WorkloadView> Candidates(IReadOnlyDictionary<string, string> labels)
        => labels.Count == 0 ? Workloads : labels.Select(label => _byLabel[(label.Key, label.Value)]).MinBy(workloads => workloads.Count())!;
}
