using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>A tree as rules see it.</summary>
internal sealed class LintContext
{
    internal LintContext(ObjectFiles files, IReadOnlyList<Rendering> renderings, LintOptions options)
    {
        Files = files;
        Renderings = renderings;
        Options = options;
        Objects = renderings.SelectMany(rendering => rendering.Objects).ToList();
        Namespaces = Objects.Where(item => item.Kind == "Namespace").Select(item => item.Name)
            .Concat(Applications.Where(item => item.Root.Get("spec", "syncPolicy", "syncOptions").Texts().Contains("CreateNamespace=true")).Select(Destination).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        PrivilegedNamespaces = Objects.Where(item => item.Kind == "Namespace" && item.Labels.GetValueOrDefault("pod-security.kubernetes.io/enforce") == "privileged")
            .Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        ChartNamespaces = Applications.Where(item => Sources(item).Any(source => source.Source.Get("chart") is not null)).Select(Destination).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    internal ObjectFiles Files { get; }

    internal IReadOnlyList<Rendering> Renderings { get; }

    internal LintOptions Options { get; }

    /// <summary>The objects of all renderings.</summary>
    internal IReadOnlyList<KubeObject> Objects { get; }

    internal IEnumerable<KubeObject> Applications => Objects.Where(item => item is { Kind: "Application", Group: "argoproj.io" });

    /// <summary>The namespaces that the tree makes, itself or through Argo CD.</summary>
    internal IReadOnlySet<string> Namespaces { get; }

    /// <summary>The namespaces that charts put objects into, which nobody can see here.</summary>
    internal IReadOnlySet<string> ChartNamespaces { get; }

    /// <summary>The namespaces that say openly that their pods need the node, such as that of a log collector.</summary>
    internal IReadOnlySet<string> PrivilegedNamespaces { get; }

    /// <summary>An object of any rendering; null when there is none.</summary>
    internal KubeObject? Find(string kind, string? @namespace, string name)
        => Renderings.Select(rendering => rendering.Find(kind, @namespace, name)).FirstOrDefault(item => item is not null);

    /// <summary>A Service as a rendering sees it: its own before one of another folder; null when there is none.</summary>
    internal ServiceView? FindService(Rendering from, string? @namespace, string name)
        => from.FindService(@namespace, name)
            ?? Renderings.Where(rendering => !rendering.IsTrial).Select(rendering => rendering.FindService(@namespace, name)).FirstOrDefault(service => service is not null);

    /// <summary>Where an Application takes its objects from, one place or several.</summary>
    internal static IEnumerable<(string Path, JsonNode? Source)> Sources(KubeObject application) => application.Root.Get("spec", "sources").Items()
        .Select((source, index) => ($"spec.sources[{index}]", source))
        .Append(("spec.source", application.Root.Get("spec", "source")));

    internal static string? Destination(KubeObject application) => application.Root.Get("spec", "destination", "namespace").Text();
}
