using Tmcp.Publisher.Expressions;
using Tmcp.Publisher.Input;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>Gives each program its names and ports. The defaults are those of the table in <c>docs/publishing.md</c>.</summary>
internal sealed class ProgramPlanner(AddressRule addresses, ProblemList problems)
{
    // Leaves room for '-secrets-optional-k8s' in a name of 63.
    private const int LongestStem = 40;

    internal ProgramPlan Plan(ManifestResource resource, ManifestProgram program, KubernetesFacts? given)
    {
        var facts = given ?? new KubernetesFacts { Path = resource.Path, For = resource.Name };
        var stem = facts.Short ?? LegalName.Label(resource.Name, LongestStem);
        if (stem.Length > LongestStem)
            problems.Add(facts.Path, $"the name '{stem}' has {stem.Length} characters, and {LongestStem} is the most. Give a shorter 'workload.short'.");

        var mode = facts.Mode ?? DefaultMode(resource, program);
        var isCalled = resource.Bindings.Count > 0 && mode is WorkloadMode.Stateless or WorkloadMode.SingleWriter;
        var service = !isCalled ? null : addresses is AddressRule.Container ? LegalName.Label(resource.Name) : facts.Service ?? $"{stem}-service";
        var (ports, endpoints) = new PortPlanner(addresses, problems).Plan(resource, program, facts, service);
        Check(facts, mode, program);
        return new ProgramPlan(
            resource,
            program,
            facts,
            facts.Name ?? LegalName.Label(resource.Name),
            stem,
            facts.App ?? LegalName.Label(resource.Name),
            mode,
            ports.Count == 0 ? null : service,
            ports,
            endpoints);
    }

    // A second process on the data of another destroys it, and of a foreign image nobody knows better.
    private static WorkloadMode DefaultMode(ManifestResource resource, ManifestProgram program) =>
        program.Volumes.Any(volume => volume is { Name: not null, ReadOnly: false }) ? WorkloadMode.SingleWriter
        : resource.Bindings.Count == 0 ? WorkloadMode.Worker
        : WorkloadMode.Stateless;

    private void Check(KubernetesFacts facts, WorkloadMode mode, ManifestProgram program)
    {
        if (mode is WorkloadMode.Cron != facts.Schedule is not null)
        {
            problems.Add(facts.Path, mode is WorkloadMode.Cron
                ? "the mode 'cron' needs 'workload.schedule', such as '17 2 * * *'."
                : "has a 'workload.schedule', and its mode is not 'cron'. Set the mode, or remove the schedule.");
        }

        if (mode is not (WorkloadMode.Stateless or WorkloadMode.Worker) && facts.Replicas > 1)
            problems.Add(facts.Path, $"'workload.replicas' is {facts.Replicas}, and the mode allows one. Remove it, or make the mode 'stateless'.");
        if (mode is not (WorkloadMode.Stateless or WorkloadMode.Worker) && facts.Autoscale is not null)
            problems.Add(facts.Path, "has 'workload.autoscale', and the mode allows one replica. Remove it, or make the mode 'stateless'.");
        if (program.Project is null && program.Build is null && facts.Image is not null)
            problems.Add(facts.Path, "has a 'workload.image', and the resource names a finished image. Remove it.");
    }
}
