using System.Runtime.CompilerServices;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>A program that is given the address of a Service.</summary>
/// <param name="Text">Where the address stands.</param>
/// <param name="Target">Null: there is no such Service.</param>
internal sealed record ServiceCall(WorkloadView Caller, ConfigText Text, ServiceAddress Address, ServiceView? Target)
{
    private static readonly ConditionalWeakTable<Rendering, List<ServiceCall>> Known = [];

    /// <summary>The workloads behind the Service, with the ports that the address means.</summary>
    internal IEnumerable<(WorkloadView Workload, PortView Port)> Answering => Target!.Workloads.SelectMany(workload => Target.Ports
        .Where(port => Address.Port is null || Address.Port == port.Number)
        .SelectMany(port => workload.Ports.Where(own => own.Is(port.Target) && own.Protocol == port.Protocol)).Distinct().Select(own => (workload, own)));

    /// <summary>The addresses outside the cluster behind the Service.</summary>
    internal IEnumerable<(string Address, PortView Port)> Addresses => Target!.Selector is not null
        ? []
        : from slice in Target.Slices
          from address in slice.Root.Get("endpoints").Items().SelectMany(endpoint => endpoint.Get("addresses").Texts())
          from port in slice.Root.Get("ports").Items()
          select (address, new PortView(port.Get("name").Text(), port.Get("port").Integer() ?? 0, port.Get("protocol").Text() ?? "TCP"));

    /// <summary>Every call in a rendering. Found once.</summary>
    internal static IReadOnlyList<ServiceCall> Of(Rendering rendering, LintContext context)
        => Known.GetValue(rendering, key => key.Workloads.SelectMany(workload => Find(workload, key, context)).ToList());

    private static IEnumerable<ServiceCall> Find(WorkloadView workload, Rendering rendering, LintContext context)
        => from text in ConfigText.For(workload, rendering)
           from address in ServiceAddress.FindIn(text.Value).Distinct()
           let target = context.FindService(rendering, address.Namespace ?? workload.Namespace, address.Service)
           where target is not null || address.IsCertain
           select new ServiceCall(workload, text, address, target);
}
