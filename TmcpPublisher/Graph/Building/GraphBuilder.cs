using Tmcp.Publisher.Expressions;
using Tmcp.Publisher.Input;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>
/// Makes the graph of a manifest. Steps: 1. which facts belong to which resource. 2. names and ports of every program. 3. values, which
/// need the ports of others. 4. what runs outside. 5. names that may not meet.
/// </summary>
internal sealed class GraphBuilder
{
    private readonly AspireManifest _manifest;
    private readonly ProblemList _problems = new();
    private readonly List<string> _warnings;
    private readonly string _repository;
    private readonly AddressRule _addresses;

    private GraphBuilder(AspireManifest manifest, string repository, AddressRule addresses)
    {
        _manifest = manifest;
        _repository = Path.GetFullPath(repository);
        _addresses = addresses;
        _warnings = [.. manifest.Warnings];
    }

    /// <param name="manifest">The system as its AppHost describes it.</param>
    /// <param name="repository">Folder that the paths of builds become relative to, and that bind mounts may not leave.</param>
    /// <param name="addresses">How one program finds another.</param>
    /// <exception cref="PublishException">The manifest cannot be published; it names every problem.</exception>
    internal static SystemGraph Build(AspireManifest manifest, string repository, AddressRule addresses = AddressRule.Service) =>
        new GraphBuilder(manifest, repository, addresses).Build();

    private SystemGraph Build()
    {
        var facts = FactsByResource();
        var outside = new OutsideReader(_problems).Read(_manifest.Facts);

        // With facts of the wrong resource everything after would be a consequence.
        _problems.ThrowIfAny();
        var plans = Plans(facts);
        var resolver = new TextResolver(_manifest, plans.ToDictionary(plan => plan.Resource.Name, plan => plan.Endpoints, StringComparer.Ordinal), _problems);
        var usage = new UsageLog(_manifest, new OutsideAddresses(outside), _problems);
        var images = new ImageBuilder(_manifest, facts, resolver, usage, _problems, _repository);
        var builder = new WorkloadBuilder(resolver, usage, images, new MountBuilder(_repository, _problems, _warnings), _problems);
        var workloads = plans.Select(builder.Build).ToArray();
        var buildOnly = _manifest.Resources
            .Where(resource => resource.Program?.Build is { IsBuildOnly: true })
            .Select(resource => images.Build(resource, resource.Program!))
            .ToArray();
        foreach (var plan in plans)
            AddDeclaredEdges(plan, plans, outside, usage);

        GraphChecks.Check(plans, workloads, outside, _problems);
        _problems.ThrowIfAny();
        return new SystemGraph(workloads, outside, usage.Parameters, usage.Edges, [.. _warnings, .. usage.Warnings])
        {
            BuildOnly = buildOnly,
            BuildParameters = usage.BuildParameters,
        };
    }

    private Dictionary<string, KubernetesFacts> FactsByResource()
    {
        var byResource = new Dictionary<string, KubernetesFacts>(StringComparer.Ordinal);
        foreach (var facts in _manifest.Facts)
        {
            var target = _manifest.Find(facts.For);
            if (!facts.IsExternal && target is null)
                _problems.Add($"{facts.Path}.for", $"there is no resource '{facts.For}'. {Suggestion.Sentence(facts.For, _manifest.Names)}");
            else if (!facts.IsExternal && target is not { Kind: ResourceKind.Program })
                _problems.Add($"{facts.Path}.for", $"'{facts.For}' ({target!.Type}) does not run in a cluster. Name a project or a container.");
            else if (facts.IsExternal && target is { Kind: ResourceKind.Program })
                _problems.Add($"{facts.Path}.workload.mode", $"is 'external', and '{facts.For}' ({target.Type}) runs in the cluster. Exclude the resource from the manifest, or change the mode.");
            if (!byResource.TryAdd(facts.For, facts))
                _problems.Add(facts.Path, $"'{facts.For}' has facts already, at {byResource[facts.For].Path}. Keep one of them.");
        }

        return byResource;
    }

    private List<ProgramPlan> Plans(Dictionary<string, KubernetesFacts> facts)
    {
        var plans = new List<ProgramPlan>();
        var planner = new ProgramPlanner(_addresses, _problems);
        foreach (var resource in _manifest.Resources)
        {
            if (resource.Kind is ResourceKind.Executable)
            {
                _problems.Add(
                    resource.Path,
                    $"'{resource.Name}' is a process of a developer's machine ({resource.Type}), which no cluster can run. Replace it when publishing by a container or " +
                    "a Dockerfile (PublishAsDockerFile), or exclude it from the manifest (ExcludeFromManifest).");
            }
            else if (resource.Program is { } program && program.Build is not { IsBuildOnly: true })
            {
                plans.Add(planner.Plan(resource, program, facts.GetValueOrDefault(resource.Name)));
                Warn(resource, plans[^1]);
            }
        }

        return plans;
    }

    private void Warn(ManifestResource resource, ProgramPlan plan)
    {
        if (plan.Facts.Routes.Count == 0 && resource.Bindings.Any(binding => binding.IsExternal))
            _warnings.Add($"{resource.Path}: '{resource.Name}' wishes to be public and has no public path. Add 'expose' to its facts if it has to be reached from outside.");
    }

    private void AddDeclaredEdges(ProgramPlan plan, List<ProgramPlan> plans, IReadOnlyList<OutsideService> outside, UsageLog usage)
    {
        foreach (var target in plan.Facts.EgressTo)
        {
            var ports = outside.FirstOrDefault(service => service.Resource == target.Value)?.Ports
                ?? plans.FirstOrDefault(other => other.Resource.Name == target.Value && other.Service is not null)?.Ports;
            foreach (var port in ports ?? [])
                usage.AddEdge(plan.Resource.Name, target.Value, port.Name);
            if (ports is null)
            {
                var known = outside.Select(service => service.Resource).Concat(plans.Where(other => other.Service is not null).Select(other => other.Resource.Name));
                _problems.Add(target.Path, $"there is no resource '{target.Value}' with a Service. {Suggestion.Sentence(target.Value, known)}");
            }
        }
    }
}
