using System.Text.RegularExpressions;
using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>Names that may not meet, and names that no cluster or file system takes.</summary>
internal static partial class GraphChecks
{
    // Folders of manifests/base that belong to no resource.
    private static readonly string[] ReservedFolders = ["shared", "ingress"];

    internal static void Check(
        IReadOnlyList<ProgramPlan> plans, IReadOnlyList<Workload> workloads, IReadOnlyList<OutsideService> outside, ProblemList problems)
    {
        foreach (var plan in plans)
            CheckName(plan.Resource.Name, plan.Resource.Path, problems);
        foreach (var service in outside)
            CheckName(service.Resource, $"$ ({service.Resource})", problems);

        var paths = plans.ToDictionary(plan => plan.Resource.Name, plan => plan.Facts.Path, StringComparer.Ordinal);
        Unique("the folder", "Rename one resource.", workloads.Select(workload => (workload.Resource, workload.Resource.ToLowerInvariant()))
            .Concat(outside.Select(service => (service.Resource, service.Resource.ToLowerInvariant()))));
        Unique("the workload name", "Give one another 'workload.name'.", workloads.Select(workload => (workload.Resource, workload.Name)));
        Unique("the stem", "Give one another 'workload.short'.", workloads.Select(workload => (workload.Resource, workload.Stem)));
        Unique("the label app", "Give one another 'workload.app'.", workloads.Select(workload => (workload.Resource, workload.App)));
        Unique("the Service", "Give one another 'service.name'.", workloads.Where(workload => workload.Service is not null).Select(workload => (workload.Resource, workload.Service!))
            .Concat(outside.Select(service => (service.Resource, service.Service))));
        Unique("the claim", "Give one another 'claim'.", workloads.SelectMany(workload =>
            workload.Volumes.Where(volume => volume.Claim is not null).Select(volume => (workload.Resource, volume.Claim!)).Distinct()));
        Unique("the public path", "Give one another path.", workloads.SelectMany(workload => workload.Routes.Select(route => (workload.Resource, route.Path))));

        void Unique(string kind, string remedy, IEnumerable<(string Resource, string Name)> names)
        {
            foreach (var twice in names.GroupBy(entry => entry.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                var owners = twice.Select(entry => entry.Resource).ToArray();
                problems.Add(
                    paths.GetValueOrDefault(owners[^1], $"$ ({owners[^1]})"),
                    $"{kind} '{twice.Key}' belongs to {string.Join(" and ", owners.Select(owner => $"'{owner}'"))}. {remedy}");
            }
        }
    }

    private static void CheckName(string name, string path, ProblemList problems)
    {
        if (!ResourceName().IsMatch(name))
            problems.Add(path, $"'{name}' is no name of a resource: it becomes a folder. Use letters, digits, '-' and '_', begin with a letter, and use 63 at most.");
        else if (ReservedFolders.Contains(name, StringComparer.OrdinalIgnoreCase))
            problems.Add(path, $"the name '{name}' is taken by a folder that belongs to no resource. Rename the resource.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,62}\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ResourceName();
}
