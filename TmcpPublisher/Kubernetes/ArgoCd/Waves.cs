using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.ArgoCd;

/// <summary>The order of a first sync. Only the root has one: inside an environment a wave would wait for ever on what a later one brings.</summary>
internal static class Waves
{
    internal static readonly YamlMappingNode Places = Wave("-20");

    internal static readonly YamlMappingNode Operators = Wave("-10");

    internal static readonly YamlMappingNode Everything = Wave("0");

    /// <summary>A namespace comes first and is never taken away with what is in it.</summary>
    internal static readonly YamlMappingNode KeptPlaces = Map(
        ("argocd.argoproj.io/sync-wave", Text("-20")), ("argocd.argoproj.io/sync-options", Text("Prune=false,Delete=false")));

    private static YamlMappingNode Wave(string number) => Map(("argocd.argoproj.io/sync-wave", Text(number)));
}
