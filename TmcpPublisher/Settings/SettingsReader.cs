using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Settings;

/// <summary>Reads <c>deploy/settings.json</c>. An unknown member is an error.</summary>
internal static class SettingsReader
{
    /// <exception cref="PublishException">The file is missing, no JSON, or says something that is not known; every problem at once.</exception>
    internal static PublishSettings Read(string file)
    {
        var problems = new ProblemList();
        var settings = JsonFile.Read(file, $"{Path.GetFileName(file)} $", problems, Read);
        problems.ThrowIfAny();
        return settings;
    }

    private static PublishSettings Read(JsonPlace root)
    {
        root.RefuseUnknown("registry", "vaultPrefix", "ingress", "environments", "clusters", "notSecret");
        var environments = ByName(root.Require("environments"), EnvironmentReader.Read);
        if (environments.Count == 0)
            root.Find("environments")?.Refuse("is empty. Add an environment, such as 'staging'.");

        return new PublishSettings
        {
            Registry = root.Require("registry")?.AsRegistry() ?? "",
            VaultPrefix = root.Require("vaultPrefix")?.AsStorePath() ?? "",
            Ingress = root.Require("ingress") is { } ingress ? ReadIngress(ingress) : new IngressSettings("", new Dictionary<string, string>()),
            Environments = environments,
            Clusters = ByName(root.Require("clusters"), place => ClusterReader.Read(place, environments)),
            NotSecret = root.Find("notSecret")?.Items().Select(item => item.AsText()).OfType<string>().ToArray() ?? [],
        };
    }

    private static IngressSettings ReadIngress(JsonPlace place)
    {
        place.RefuseUnknown("namespace", "labels");
        var labels = Texts(place.Require("labels"));
        if (labels.Count == 0)
            place.Find("labels")?.Refuse("is empty, so every pod of the namespace would be let in. Name the labels of the ingress controller's pods.");
        return new IngressSettings(place.Require("namespace")?.AsLabel() ?? "", labels);
    }

    internal static IReadOnlyDictionary<string, string> Texts(JsonPlace? place)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, member) in place?.Members() ?? [])
        {
            if (member.AsText() is { } text)
                texts.Add(name, text);
        }

        return texts;
    }

    private static SortedDictionary<string, T> ByName<T>(JsonPlace? place, Func<JsonPlace, T> read)
    {
        var entries = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, member) in place?.Members() ?? [])
        {
            if (!KubernetesText.IsLabel(name))
                member.Refuse($"'{name}' becomes a folder and has to be 1 to 63 of a-z, 0-9 and '-', beginning with a letter. Rename it.");
            entries.Add(name, read(member));
        }

        return entries;
    }
}
