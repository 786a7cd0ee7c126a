using Tmcp.Publisher.Kubernetes.Planning;

namespace Tmcp.Publisher.Kubernetes.Components;

/// <summary>The components of this graph.</summary>
internal static class ComponentSet
{
    /// <summary>Those that an environment asks for, in the order of its settings.</summary>
    internal static IReadOnlyList<Component> For(RenderPlan plan, EnvironmentPlace environment) => [];
}
