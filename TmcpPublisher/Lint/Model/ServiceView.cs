using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>A Service, and what answers behind it.</summary>
/// <param name="Object">The Service.</param>
/// <param name="Rendering">Where it is.</param>
internal sealed record ServiceView(KubeObject Object, Rendering Rendering)
{
    internal JsonObject? Selector => Object.Root.Get("spec", "selector") as JsonObject;

    internal IReadOnlyList<ServicePortView> Ports { get; } = Object.Root.Get("spec", "ports").Items().Select(port => new ServicePortView(
        port.Get("name").Text(),
        port.Get("port").Integer() ?? 0,
        (port.Get("targetPort") ?? port.Get("port")).Text(),
        port.Get("protocol").Text() ?? "TCP")).ToList();

    internal IEnumerable<WorkloadView> Workloads => Selector is null ? [] : Rendering.Select(Selector.TextMembers(), Object.Namespace);

    /// <summary>The slices with the addresses of a Service without a selector.</summary>
    internal IEnumerable<KubeObject> Slices => Rendering.OfKind("EndpointSlice")
        .Where(slice => slice.Namespace == Object.Namespace && slice.Labels.GetValueOrDefault("kubernetes.io/service-name") == Object.Name);
}

/// <param name="Target">Name or number of the container's port.</param>
internal sealed record ServicePortView(string? Name, int Number, string? Target, string Protocol)
{
    internal bool Is(string? reference) => reference is not null && (reference == Name || reference == $"{Number}");
}
