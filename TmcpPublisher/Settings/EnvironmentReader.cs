using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Settings;

/// <summary>Reads one of <c>environments</c>.</summary>
internal static class EnvironmentReader
{
    private static readonly string[] Components = ["ha", "backup", "dashboard"];
    private static readonly string[] NetworkPolicies = ["enforce", "audit"];

    internal static EnvironmentSettings Read(JsonPlace place)
    {
        place.RefuseUnknown(
            "namespace", "host", "tlsSecret", "withoutRoutes", "vaultPath", "components", "parameters", "networkPolicies", "storageClass", "requireDigests", "vaultKeeper",
            "backupBucket");
        var settings = new EnvironmentSettings
        {
            Namespace = place.Require("namespace")?.AsLabel() ?? "",
            Host = place.Find("host")?.AsHost(),
            TlsSecret = place.Find("tlsSecret")?.AsLabel(),
            WithoutRoutes = place.Find("withoutRoutes")?.Items().Select(item => item.AsText() ?? "").ToArray() ?? [],
            VaultPath = place.Require("vaultPath")?.AsStorePath() ?? "",
            Components = ReadComponents(place.Find("components")),
            Parameters = SettingsReader.Texts(place.Find("parameters")),
            NetworkPolicies = place.Find("networkPolicies") is { } policies ? OneOf(policies, NetworkPolicies) : "enforce",
            StorageClass = place.Find("storageClass")?.AsLabel(),
            RequireDigests = place.Flag("requireDigests"),
            VaultKeeper = place.Flag("vaultKeeper"),
            BackupBucket = place.Find("backupBucket") is { } bucket ? ReadBucket(bucket) : null,
        };
        if (settings is { TlsSecret: not null, Host: null })
            place.Refuse("has a 'tlsSecret' and no 'host', for which the certificate would be. Add the host.");
        return settings;
    }

    private static string[] ReadComponents(JsonPlace? place)
    {
        var names = place?.Items().Select(item => OneOf(item, Components)).ToArray() ?? [];
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            place!.Refuse("names a component twice. Name it once.");
        return names;
    }

    private static BackupBucket ReadBucket(JsonPlace place)
    {
        place.RefuseUnknown("name", "prefix", "region", "endpoint");
        return new BackupBucket(
            place.Require("name")?.AsBucket() ?? "",
            place.Find("prefix")?.AsBucketPrefix() ?? "",
            place.Find("region")?.AsLabel(),
            place.Find("endpoint")?.AsServerUrl() is { } endpoint ? new Uri(endpoint) : null);
    }

    private static string OneOf(JsonPlace place, string[] known)
    {
        var text = place.AsText() ?? "";
        if (!known.Contains(text, StringComparer.Ordinal))
            place.Refuse($"is '{text}', which is not known. {Suggestion.Sentence(text, known)}");
        return text;
    }
}
