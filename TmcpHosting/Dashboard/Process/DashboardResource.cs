using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>The dashboard as a resource among the others: started, watched and stopped with them.</summary>
internal sealed class DashboardResource : ExecutableResource
{
    public const string ResourceName = "aspire-dashboard";

    /// <summary>10 of 19: a tenth of a service's share while they come up together, and not starved on a machine that is busy otherwise.</summary>
    private static readonly string[] _politely = ["-n", "10"];

    // Null on Windows, which has no such program.
    private static readonly string? _nice = ExecutableSearch.Find("nice");

    /// <summary>Describes it.</summary>
    /// <param name="program">Full path of the program whose sub-command is the dashboard.</param>
    /// <param name="page">Its first page.</param>
    /// <param name="isShown">Whether it stands in its own list of resources.</param>
    /// <param name="environment">Makes its variables when it is started.</param>
    public DashboardResource(string program, Uri page, bool isShown, Func<IReadOnlyDictionary<string, string>> environment)
        : base(ResourceName, _nice ?? program, Path.GetDirectoryName(program) ?? "")
    {
        Annotations.Add(new CleanEnvironmentAnnotation());
        Annotations.Add(new ResourceUrlAnnotation { Url = page.ToString(), DisplayText = "Dashboard" });
        Annotations.Add(new HealthCheckAnnotation(DashboardHealthCheck.Name));
        Annotations.Add(new CommandLineArgsCallbackAnnotation(arguments =>
        {
            foreach (var argument in _nice is null ? ["dashboard"] : (string[])[.. _politely, program, "dashboard"])
                arguments.Add(argument);
        }));
        Annotations.Add(new EnvironmentCallbackAnnotation(variables =>
        {
            foreach (var (name, value) in environment())
                variables[name] = value;
        }));
        Annotations.Add(new ResourceSnapshotAnnotation(new CustomResourceSnapshot
        {
            ResourceType = KnownResourceTypes.Executable,
            Properties = ImmutableArray<ResourcePropertySnapshot>.Empty,
            State = KnownResourceStates.Starting,
            IsHidden = !isShown,
        }));
    }
}
