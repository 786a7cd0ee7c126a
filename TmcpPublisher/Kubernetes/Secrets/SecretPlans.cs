using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Kubernetes.Secrets;

/// <summary>Which secret reaches which workload under which name, and where the store keeps it.</summary>
internal sealed class SecretPlans
{
    private readonly Dictionary<string, WorkloadSecrets> _plans = [];

    private SecretPlans()
    {
    }

    internal WorkloadSecrets Of(Workload workload) => _plans[workload.Resource];

    internal static SecretPlans Create(SystemGraph graph, PublishSettings settings, Problems problems)
    {
        var plans = new SecretPlans();
        var homes = new SecretHomes(settings.VaultPrefix);
        foreach (var workload in graph.Workloads)
            plans._plans.TryAdd(workload.Resource, Plan(workload, graph, homes, problems));
        return plans;
    }

    private static WorkloadSecrets Plan(Workload workload, SystemGraph graph, SecretHomes homes, Problems problems)
    {
        var names = new SecretNames(workload);
        var data = new SortedDictionary<string, SecretDatum>(StringComparer.Ordinal);
        var encoded = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var use in SecretUse.In(workload))
        {
            var source = names.Plain(use.Secret.Parameter);
            data[source] = new SecretDatum(source, use.Secret.Parameter, homes.Find(workload, use.Secret.Parameter, source));
            if (use.Secret.UriEncode)
                encoded[use.IsWhole ? use.Variable! : names.Encoded(use.Secret.Parameter)] = source;
            else if (use.IsWhole)
                data[use.Variable!] = new SecretDatum(use.Variable!, use.Secret.Parameter, homes.Find(workload, use.Secret.Parameter, use.Variable!));
            if (!use.IsWhole && graph.Parameters[use.Secret.Parameter].IsOptional)
            {
                problems.Add($"Resource '{workload.Resource}' puts the optional secret '{use.Secret.Parameter}' inside other text{(use.Variable is { } variable ? $" in variable '{variable}'" : " in an argument")}: "
                    + "without the secret the text would be wrong. Give the secret a variable of its own, or make the parameter required.");
            }
        }

        IEnumerable<SecretSet> sets =
        [
            Set(workload, data, encoded, graph, optional: false),
            Set(workload, data, encoded, graph, optional: true),
        ];
        return new WorkloadSecrets([.. sets.Where(set => set.Data.Count > 0)], names.Variables);
    }

    private static SecretSet Set(Workload workload, SortedDictionary<string, SecretDatum> data, SortedDictionary<string, string> encoded, SystemGraph graph, bool optional)
    {
        var own = data.Values.Where(datum => graph.Parameters[datum.Parameter].IsOptional == optional).ToList();
        return new SecretSet(
            workload.Stem + (optional ? "-secrets-optional" : "-secrets"),
            optional,
            own,
            [.. encoded.Where(entry => own.Exists(datum => datum.Key == entry.Value))]);
    }
}
