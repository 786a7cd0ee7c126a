using System.Text;
using Tmcp.Publisher.Kubernetes.Planning;

namespace Tmcp.Publisher.Kubernetes.Secrets;

/// <summary><c>SECRETS.md</c>: what a person seeds before or after the first sync. It holds names only.</summary>
internal static class SecretsPage
{
    internal static string Create(RenderPlan plan)
    {
        var entries = SecretCatalogue.Create(plan, plan.Components.All);
        var page = new StringBuilder()
            .Append("<!-- ").Append(KustomizeTree.Comment).Append(" -->\n")
            .Append("# Secrets\n\n")
            .Append("What the cluster reads from the secret store (KV version 2, mount `secret`). No value stands in any file of this tree.\n\n")
            .Append("| key | property | parameter | read by | who writes it |\n")
            .Append("|---|---|---|---|---|\n");
        foreach (var entry in entries)
        {
            page.Append($"| `{entry.Home.Key}` | `{entry.Home.Property}` | `{entry.Parameter}` | {string.Join(", ", entry.Readers)} | {Writer(entry)} |\n");
        }

        if (entries.GroupBy(entry => entry.Parameter, StringComparer.Ordinal).Where(group => group.Count() > 1).ToList() is { Count: > 0 } repeated)
        {
            page.Append("\nThe same value belongs in every place of one parameter:\n\n");
            foreach (var group in repeated)
                page.Append($"- `{group.Key}`: {string.Join(", ", group.Select(entry => $"`{entry.Home.Key}` `{entry.Home.Property}`"))}\n");
        }

        page.Append("\nKeys of the environments:\n\n");
        foreach (var environment in plan.Environments)
        {
            page.Append(environment.Settings.VaultPath == plan.Settings.VaultPrefix
                ? $"- `{environment.Name}`: as above\n"
                : $"- `{environment.Name}`: `{environment.Settings.VaultPath}/…` instead of `{plan.Settings.VaultPrefix}/…`\n");
        }

        return page
            .Append("\nA generated value is written by the keeper of the store where an environment has one, and never overwritten; without a keeper a person writes it too.\n")
            .Append("Type a value instead of writing it into the command, where the history of the shell would keep it. `put` makes a key and replaces all of its properties;\n")
            .Append("`patch` adds or changes one property of a key that is there:\n\n")
            .Append("```sh\n")
            .Append("vault kv put -mount=secret <key> <property>=-      # the first property: type the value, end with Ctrl+D\n")
            .Append("vault kv patch -mount=secret <key> <property>=-    # each further one\n")
            .Append("```\n")
            .ToString();
    }

    private static string Writer(SecretCatalogueEntry entry)
        => (entry.Generate is { } rules ? $"generated, {rules.MinLength} characters" : "a person") + (entry.IsOptional ? "; optional" : "");
}
