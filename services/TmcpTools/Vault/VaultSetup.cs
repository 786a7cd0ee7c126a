using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Tmcp.Tools.Vault;

/// <summary>Makes engine, policies, authentication and roles true; what is true already is not written.</summary>
internal sealed class VaultSetup(KeeperSettings settings, VaultClient vault, string ownNamespace, TextWriter output)
{
    internal async Task ApplyAsync(CancellationToken cancellationToken)
    {
        await EnsureMountAsync(cancellationToken);
        await EnsurePolicyAsync(OwnPolicy(), cancellationToken);
        foreach (var policy in settings.Policies)
            await EnsurePolicyAsync(policy, cancellationToken);
        await EnsureAuthAsync(cancellationToken);
        await EnsureRoleAsync(
            new RoleSettings(settings.Keeper.Role, [settings.Keeper.ServiceAccount], [ownNamespace], [settings.Keeper.Role], "10m"), cancellationToken);
        foreach (var role in settings.Auth.Roles)
            await EnsureRoleAsync(role, cancellationToken);
    }

    private async Task EnsureMountAsync(CancellationToken cancellationToken)
    {
        var mount = (await vault.FindAsync("sys/mounts", cancellationToken))?[$"{settings.Mount}/"];
        if (mount is null)
        {
            await vault.PutAsync(
                $"sys/mounts/{settings.Mount}",
                new JsonObject { ["type"] = "kv", ["options"] = new JsonObject { ["version"] = "2" } },
                cancellationToken);
            await output.WriteLineAsync($"mounted {settings.Mount}/ (KV version 2)");
        }
        else if ((string?)mount["type"] != "kv" || (string?)mount["options"]?["version"] != "2")
        {
            throw new ToolException(
                $"Path '{settings.Mount}/' of Vault is no KV engine of version 2 but '{mount["type"]}' {mount["options"]?.ToJsonString()}. "
                + $"Upgrade it with 'vault kv enable-versioning {settings.Mount}/', or choose another 'mount'.");
        }
    }

    private async Task EnsurePolicyAsync(PolicySettings policy, CancellationToken cancellationToken)
    {
        var path = $"sys/policies/acl/{policy.Name}";
        var wanted = Text(policy);
        if ((string?)(await vault.FindAsync(path, cancellationToken))?["policy"] == wanted)
            return;
        await vault.PutAsync(path, new JsonObject { ["policy"] = wanted }, cancellationToken);
        await output.WriteLineAsync($"wrote policy {policy.Name}");
    }

    private async Task EnsureAuthAsync(CancellationToken cancellationToken)
    {
        var mount = settings.Auth.Mount;
        if ((await vault.FindAsync("sys/auth", cancellationToken))?[$"{mount}/"] is null)
        {
            await vault.PutAsync($"sys/auth/{mount}", new JsonObject { ["type"] = "kubernetes" }, cancellationToken);
            await output.WriteLineAsync($"enabled authentication {mount}/");
        }

        var config = $"auth/{mount}/config";
        if ((string?)(await vault.FindAsync(config, cancellationToken))?["kubernetes_host"] == settings.Auth.Host)
            return;
        // Without a reviewer's token and a certificate, Vault uses those of its own pod, which are renewed.
        await vault.PutAsync(config, new JsonObject { ["kubernetes_host"] = settings.Auth.Host }, cancellationToken);
        await output.WriteLineAsync($"pointed authentication {mount}/ at {settings.Auth.Host}");
    }

    private async Task EnsureRoleAsync(RoleSettings role, CancellationToken cancellationToken)
    {
        var path = $"auth/{settings.Auth.Mount}/role/{role.Name}";
        var present = await vault.FindAsync(path, cancellationToken);
        if (present is not null
            && AreEqual(present["bound_service_account_names"], role.ServiceAccounts)
            && AreEqual(present["bound_service_account_namespaces"], role.Namespaces)
            && AreEqual(present["token_policies"], role.Policies)
            && (long?)present["token_ttl"] == Seconds(role))
        {
            return;
        }

        await vault.PutAsync(
            path,
            new JsonObject
            {
                ["bound_service_account_names"] = ToArray(role.ServiceAccounts),
                ["bound_service_account_namespaces"] = ToArray(role.Namespaces),
                ["token_policies"] = ToArray(role.Policies),
                ["token_ttl"] = Seconds(role),
            },
            cancellationToken);
        await output.WriteLineAsync($"wrote role {role.Name}");
    }

    // Whoever holds the unseal keys can make a root token, so these rights give the keeper nothing new.
    private PolicySettings OwnPolicy() => new(settings.Keeper.Role, new Dictionary<string, IReadOnlyList<string>>
    {
        ["sys/mounts"] = ["read"],
        ["sys/mounts/*"] = ["create", "read", "update"],
        ["sys/auth"] = ["read"],
        ["sys/auth/*"] = ["create", "read", "sudo", "update"],
        ["sys/policies/acl/*"] = ["create", "read", "update"],
        [$"auth/{settings.Auth.Mount}/config"] = ["create", "read", "update"],
        [$"auth/{settings.Auth.Mount}/role/*"] = ["create", "read", "update"],
        [$"{settings.Mount}/data/*"] = ["create", "read", "update"],
    });

    private static string Text(PolicySettings policy)
    {
        var text = new StringBuilder();
        foreach (var (path, capabilities) in policy.Paths)
            text.Append(CultureInfo.InvariantCulture, $"path \"{path}\" {{ capabilities = [{string.Join(", ", capabilities.Select(item => $"\"{item}\""))}] }}\n");
        return text.ToString();
    }

    private static long Seconds(RoleSettings role)
    {
        var unit = role.Ttl.Length > 1 ? role.Ttl[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 } : 0;
        return unit > 0 && long.TryParse(role.Ttl[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number * unit
            : throw new ToolException($"'ttl' of role '{role.Name}' cannot be '{role.Ttl}'. Write a number and s, m or h, such as 1h.");
    }

    private static bool AreEqual(JsonNode? present, IEnumerable<string> wanted) =>
        present is JsonArray list && list.Select(item => (string?)item).ToHashSet().SetEquals(wanted);

    private static JsonArray ToArray(IEnumerable<string> items) => [.. items.Select(item => (JsonNode)item)];
}
