using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Components;
using Tmcp.Publisher.Kubernetes.Overlays;
using Tmcp.Publisher.Kubernetes.Planning;

namespace Tmcp.Publisher.Kubernetes.Secrets;

/// <summary>Every place of the store that something reads, once, ordered by key and property.</summary>
internal static class SecretCatalogue
{
    // Nobody chooses these by hand: letters and digits only, because they travel in headers and addresses.
    private static readonly GenerateRules TokenRules = new(32, Special: false);

    /// <summary>What the workloads read, and the components.</summary>
    internal static IReadOnlyList<SecretCatalogueEntry> Create(RenderPlan plan, IEnumerable<Component> among)
    {
        var reads = plan.Workloads.SelectMany(workload => workload.Secrets.Sets.SelectMany(set => set.Data.Select(datum
            => new Read(datum.Home, datum.Parameter, workload.Workload.Resource, set.IsOptional, plan.Graph.Parameters[datum.Parameter].Generate))));
        var components = among.SelectMany(component => component.Secrets.SelectMany(set => set.Data.Select(datum
            => new Read(datum.Home, datum.Parameter, $"component {component.Name}", set.IsOptional, TokenRules))));
        var buckets = plan.Environments.Where(environment => BackupToBucket.IsWanted(plan, environment)).SelectMany(environment => BackupToBucket.Secrets(plan).Data
            .Select(datum => new Read(datum.Home, datum.Parameter, $"backups of {environment.Name}", false, null)));
        return
        [
            .. reads.Concat(components).Concat(buckets)
                .GroupBy(read => read.Home)
                .Select(group => new SecretCatalogueEntry(
                    group.Key,
                    group.First().Parameter,
                    [.. group.Select(read => read.Reader).Distinct(StringComparer.Ordinal)],
                    group.All(read => read.IsOptional),
                    group.First().Generate))
                .OrderBy(entry => entry.Home.Key, StringComparer.Ordinal).ThenBy(entry => entry.Home.Property, StringComparer.Ordinal),
        ];
    }

    private sealed record Read(SecretHome Home, string Parameter, string Reader, bool IsOptional, GenerateRules? Generate);
}

/// <param name="Home">Where it is.</param>
/// <param name="Parameter">What it is the value of. Homes of one parameter hold the same value.</param>
/// <param name="Readers">Resources and components.</param>
/// <param name="IsOptional">Whether all of them run without it.</param>
/// <param name="Generate">How the keeper makes it; null: a person writes it.</param>
internal sealed record SecretCatalogueEntry(SecretHome Home, string Parameter, IReadOnlyList<string> Readers, bool IsOptional, GenerateRules? Generate);
