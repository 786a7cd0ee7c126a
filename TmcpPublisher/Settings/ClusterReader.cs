using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Settings;

/// <summary>Reads one of <c>clusters</c>.</summary>
internal static class ClusterReader
{
    internal static ClusterSettings Read(JsonPlace place, IReadOnlyDictionary<string, EnvironmentSettings> environments)
    {
        place.RefuseUnknown("environments", "secretStore", "gitUrl", "gitRevision", "outside");
        var names = new List<string>();
        foreach (var item in place.Require("environments")?.Items() ?? [])
        {
            var name = item.AsText() ?? "";
            if (!environments.TryGetValue(name, out var environment))
                item.Refuse($"there is no environment '{name}'. {Suggestion.Sentence(name, environments.Keys)}");
            else if (names.FirstOrDefault(other => environments[other].Namespace == environment.Namespace) is { } other)
                item.Refuse($"'{name}' and '{other}' have the same namespace '{environment.Namespace}' in one cluster. Give one of them another namespace.");
            else
                names.Add(name);
        }

        return new ClusterSettings
        {
            Environments = names,
            SecretStore = place.Require("secretStore")?.AsLabel() ?? "",
            GitUrl = place.Require("gitUrl")?.AsGitUrl() ?? "",
            GitRevision = place.Text("gitRevision") is { Length: > 0 } revision ? revision : "main",
            Outside = Addresses(place.Find("outside")),
        };
    }

    private static SortedDictionary<string, string> Addresses(JsonPlace? place)
    {
        var addresses = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, member) in place?.Members() ?? [])
        {
            if (member.AsHost() is { } host)
                addresses.Add(name, host);
        }

        return addresses;
    }
}
