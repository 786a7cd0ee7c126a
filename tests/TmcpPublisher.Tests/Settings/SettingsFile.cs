using System.Text.Json.Nodes;
using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Tests.Manifest;

namespace Tmcp.Publisher.Tests.Settings;

/// <summary>Settings of two environments in one cluster, with one member changed.</summary>
internal sealed class SettingsFile(ManifestFolder folder)
{
    private const string Text = """
        {
          "registry": "lupca", "vaultPrefix": "tmcp",
          "ingress": { "namespace": "kube-system", "labels": { "app.kubernetes.io/name": "traefik" } },
          "environments": {
            "staging": { "namespace": "tmcp-staging", "host": "staging.example.org", "vaultPath": "tmcp/staging" },
            "prod": { "namespace": "tmcp-prod", "vaultPath": "tmcp", "components": [ "ha", "backup" ], "parameters": { "a": "b" } }
          },
          "clusters": { "home": { "environments": [ "staging", "prod" ], "secretStore": "vault", "gitUrl": "https://git.example.org/x/y.git", "outside": { "ollama": "192.168.0.102" } } }
        }
        """;

    /// <param name="path">Members with dots between them; the last one is set.</param>
    /// <param name="value">JSON; empty: the member is removed.</param>
    internal string Write(string? path = null, string value = "")
    {
        var root = JsonNode.Parse(Text)!;
        if (path is not null)
        {
            var members = path.Split('.');
            var parent = members[..^1].Aggregate(root, (node, member) => node[member]!).AsObject();
            if (value.Length == 0)
                parent.Remove(members[^1]);
            else
                parent[members[^1]] = JsonNode.Parse(value);
        }

        return folder.WriteText(root.ToJsonString(), "deploy/settings.json");
    }

    internal PublishSettings Read(string? path = null, string value = "") => SettingsReader.Read(Write(path, value));
}
