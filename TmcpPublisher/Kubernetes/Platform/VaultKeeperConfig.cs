using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Secrets;

namespace Tmcp.Publisher.Kubernetes.Platform;

/// <summary>What the keeper makes true: the form of its file is described in <c>services/TmcpTools/README.md</c>. It holds rules, never values.</summary>
internal static class VaultKeeperConfig
{
    internal const string File = "vault-keeper.json";

    internal const string UnsealSecret = "vault-unseal";

    private const string Policy = "eso-policy";

    private static readonly JsonWriterOptions Format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Create(RenderPlan plan, IEnumerable<EnvironmentPlace> environments)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            json.WriteString("address", SecretStoreObject.VaultAddress);
            json.WriteString("mount", SecretStoreObject.Mount);
            json.WriteString("unsealSecret", UnsealSecret);
            WriteAccess(json, plan);
            json.WriteStartArray("values");
            foreach (var environment in environments)
                WriteValues(json, plan, environment);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteAccess(Utf8JsonWriter json, RenderPlan plan)
    {
        json.WriteStartArray("policies");
        json.WriteStartObject();
        json.WriteString("name", Policy);
        json.WriteStartObject("paths");
        foreach (var prefix in Prefixes(plan))
            WriteTexts(json, $"{SecretStoreObject.Mount}/data/{prefix}/*", "read");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();

        json.WriteStartObject("auth");
        json.WriteStartArray("roles");
        json.WriteStartObject();
        json.WriteString("name", SecretStoreObject.Role);
        WriteTexts(json, "serviceAccounts", SharedNames.ExternalSecretsNamespace);
        WriteTexts(json, "namespaces", SharedNames.ExternalSecretsNamespace);
        WriteTexts(json, "policies", Policy);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A path below another needs no line of its own.
    private static IEnumerable<string> Prefixes(RenderPlan plan)
    {
        var all = plan.Environments.Select(environment => environment.Settings.VaultPath).Append(plan.Settings.VaultPrefix).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return all.Where(prefix => !all.Exists(outer => prefix.StartsWith(outer + "/", StringComparison.Ordinal)));
    }

    private static void WriteValues(Utf8JsonWriter json, RenderPlan plan, EnvironmentPlace environment)
    {
        var generated = SecretCatalogue.Create(plan, plan.Components.For(environment)).Where(entry => entry.Generate is not null);
        foreach (var parameter in generated.GroupBy(entry => entry.Parameter, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("name", $"{environment.Name}/{parameter.Key}");
            WriteRules(json, parameter.First().Generate!);
            json.WriteStartArray("homes");
            foreach (var home in parameter.Select(entry => entry.Home))
            {
                json.WriteStartObject();
                json.WriteString("key", ExternalSecretObjects.Moved(home, plan.Settings.VaultPrefix, environment.Settings.VaultPath));
                json.WriteString("property", home.Property);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    // As in the manifest: a class of characters is named only when it is left out, a minimum only when there is one.
    private static void WriteRules(Utf8JsonWriter json, GenerateRules rules)
    {
        json.WriteStartObject("generate");
        json.WriteNumber("minLength", rules.MinLength);
        foreach (var (name, allowed) in new[] { ("lower", rules.Lower), ("upper", rules.Upper), ("numeric", rules.Numeric), ("special", rules.Special) })
        {
            if (!allowed)
                json.WriteBoolean(name, false);
        }

        foreach (var (name, minimum) in new[] { ("minLower", rules.MinLower), ("minUpper", rules.MinUpper), ("minNumeric", rules.MinNumeric), ("minSpecial", rules.MinSpecial) })
        {
            if (minimum > 0)
                json.WriteNumber(name, minimum);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, params string[] texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
