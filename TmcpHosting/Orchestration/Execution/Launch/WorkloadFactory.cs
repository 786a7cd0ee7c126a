using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Process;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Execution.Endpoints;
using Aspire.Hosting.Orchestration.Session;

namespace Aspire.Hosting.Orchestration.Execution.Launch;

/// <summary>Makes the dcp object of one instance from its plan.</summary>
internal static class WorkloadFactory
{
    /// <summary>The process of one instance.</summary>
    public static DcpExecutable Executable(IResource resource, ResourceInstance instance, LaunchPlan plan, IReadOnlyList<ServicePlan> services)
    {
        var inheritsNothing = resource.HasAnnotationOfType<CleanEnvironmentAnnotation>();
        var templates = Templates(services);
        return new DcpExecutable
        {
            Metadata = Metadata(resource, instance, services),
            Spec = new DcpExecutableSpec
            {
                ExecutablePath = plan.Program,
                WorkingDirectory = plan.WorkingDirectory,
                Args = [.. plan.ProgramArgs.Concat(plan.Args.Select(argument => argument.Value)).Select(value => DcpTemplate.Escape(value, templates))],
                Env = [.. inheritsNothing ? [] : DcpEnvironment.EscapedTemplates(), .. Variables(plan, templates)],
                AmbientEnvironment = inheritsNothing ? DcpAmbientEnvironment.None : null,
            },
        };
    }

    /// <summary>Name, bookkeeping and the services this instance produces.</summary>
    public static DcpMetadata Metadata(IResource resource, ResourceInstance instance, IEnumerable<ServicePlan> services)
    {
        var annotations = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [DcpAnnotations.ResourceName] = resource.Name,
            [DcpAnnotations.ReplicaCount] = $"{InstanceNames.Of(resource).Count}",
            [DcpAnnotations.ReplicaIndex] = $"{instance.Index}",
        };
        DcpServiceProducer[] producers = [.. services.Select(service => service.ToProducer())];
        if (producers.Length > 0)
            annotations[DcpAnnotations.ServiceProducer] = JsonSerializer.Serialize(producers, DcpJson.Default.DcpServiceProducerArray);
        return new DcpMetadata { Name = instance.Name, Annotations = annotations };
    }

    /// <summary>The variables of one instance, with everything that only looks like a template made harmless.</summary>
    public static IEnumerable<DcpVariable> Variables(LaunchPlan plan, IReadOnlyCollection<string> templates) =>
        plan.Environment.Select(variable => new DcpVariable(variable.Key, DcpTemplate.Escape(variable.Value, templates)));

    /// <summary>The templates that are ours: the ports of the resource's own services.</summary>
    public static IReadOnlyCollection<string> Templates(IEnumerable<ServicePlan> services) =>
        [.. services.Where(service => service.TargetPort is null).Select(service => service.TargetPortText)];
}
