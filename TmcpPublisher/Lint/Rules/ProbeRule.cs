using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A cluster must know whether a program runs.</summary>
internal sealed class ProbeRule() : LintRule("probe", "a server without a readiness or liveness probe, or with one of a port that it does not have")
{
    private static readonly string[] Probes = ["startupProbe", "readinessProbe", "livenessProbe"];

    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var workload in rendering.Workloads.Where(workload => workload.IsService))
        {
            foreach (var container in workload.Containers.Where(container => !container.IsInit))
            {
                // A program without a port has nothing to ask.
                foreach (var probe in Probes.Skip(1).Where(probe => container.Ports.Count > 0 && container.Root.Get(probe) is null))
                    yield return Report(workload.Object, $"{container.Path}.{probe}", $"There is no {probe}.", "Add it, by the name of a port.");

                foreach (var probe in Probes)
                {
                    var port = (container.Root.Get(probe, "httpGet", "port") ?? container.Root.Get(probe, "tcpSocket", "port")).Text();
                    if (port is not null && !container.Ports.Any(own => own.Is(port)))
                        yield return Report(workload.Object, $"{container.Path}.{probe}", $"The probe asks port '{port}', which the container does not declare.", "Use the name of a port of the container.");
                }
            }
        }
    }
}

/// <summary>A program without limits takes its neighbours down.</summary>
internal sealed class ResourcesRule() : LintRule("resources", "a container without requests of CPU and memory or without a limit of memory")
{
    private static readonly string[][] Needed = [["requests", "cpu"], ["requests", "memory"], ["limits", "memory"]];

    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
        => from workload in rendering.Workloads
           from container in workload.Containers
           from needed in Needed
           where container.Root.Get("resources").Get(needed) is null
           select Report(
               workload.Object, $"{container.Path}.resources.{string.Join('.', needed)}", $"The container '{container.Name}' has no {needed[1]} under '{needed[0]}'.", "Add it; its facts are beside the resource in the graph.");
}
