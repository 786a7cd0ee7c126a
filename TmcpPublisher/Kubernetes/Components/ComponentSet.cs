using Tmcp.Publisher.Kubernetes.Planning;

namespace Tmcp.Publisher.Kubernetes.Components;

/// <summary>The components of this graph, by name.</summary>
internal sealed class ComponentSet
{
    private readonly Dictionary<string, Component> _components;

    internal ComponentSet(RenderPlan plan)
    {
        _components = new Component[] { HighAvailability.Create(plan), BackupComponent.Create(plan), DashboardComponent.Create(plan) }
            .ToDictionary(component => component.Name, StringComparer.Ordinal);
        foreach (var (environment, name) in plan.Environments.SelectMany(environment => environment.Settings.Components.Select(name => (environment.Name, name))))
        {
            if (!_components.ContainsKey(name))
            {
                plan.Problems.Add($"Environment '{environment}' has the component '{name}', which there is not. "
                    + $"Write one of {string.Join(", ", _components.Keys.Select(known => $"'{known}'"))} under 'components' in deploy/settings.json.");
            }
        }
    }

    /// <summary>Those that do anything in this graph.</summary>
    internal IEnumerable<Component> All => _components.Values.Where(component => !component.IsEmpty);

    /// <summary>Those that an environment asks for, in the order of its settings.</summary>
    internal IReadOnlyList<Component> For(EnvironmentPlace environment)
        => [.. environment.Settings.Components.Distinct(StringComparer.Ordinal).Where(_components.ContainsKey).Select(name => _components[name]).Where(component => !component.IsEmpty)];

    internal void Add(KustomizeTree files)
    {
        foreach (var component in All)
            files.AddFolder($"components/{component.Name}", component.Files, new Kustomization { IsComponent = true, Patches = component.Patches });
    }
}
