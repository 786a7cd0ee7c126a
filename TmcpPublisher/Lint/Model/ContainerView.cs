using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <param name="Root">The container.</param>
/// <param name="Path">Where it is in its workload.</param>
/// <param name="IsInit">Whether it runs before the others and ends.</param>
internal sealed record ContainerView(JsonObject Root, string Path, bool IsInit)
{
    internal IReadOnlyList<PortView> Ports { get; } = Root.Get("ports").Items()
        .Select(port => new PortView(port.Get("name").Text(), port.Get("containerPort").Integer() ?? 0, port.Get("protocol").Text() ?? "TCP"))
        .ToList();

    internal string Name => Root.Get("name").Text() ?? "";
}

/// <param name="Name">Null: it has none.</param>
internal sealed record PortView(string? Name, int Number, string Protocol)
{
    /// <summary>Whether a reference, by name or by number, means this port.</summary>
    internal bool Is(string? reference) => reference is not null && (reference == Name || reference == $"{Number}");
}
