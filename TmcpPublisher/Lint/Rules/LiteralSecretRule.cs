using System.Text.RegularExpressions;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A literal under the name of a secret.</summary>
internal sealed partial class LiteralSecretRule() : LintRule("literal-secret", "a literal value under a name like PASSWORD, TOKEN, API_KEY or WEBHOOK")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
        => from item in rendering.Objects
           from text in ConfigText.In(item)
           let entry = text.Key.Length > 0 ? (text.Key, text.Value) : Option(text.Value)
           where entry.Key.Length > 0 && SecretNames.IsSecret(entry.Key) && IsLiteral(entry.Value) && !SecretAllowance.Allows(text, entry.Key, context.Options)
           select Report(
               text.Object,
               text.Path,
               $"'{entry.Key}' has a literal value of {entry.Value.Length} characters, which would stand in Git.",
               $"Make it a secret parameter in the graph. If it is none, list '{SecretAllowance.Owner(text.Object)}/{entry.Key}' under 'notSecret' in the settings.");

    // --admin-password=text
    private static (string Key, string Value) Option(string argument)
        => argument.StartsWith('-') && argument.IndexOf('=') is var index and > 0 ? (argument[..index].Trim('-'), argument[(index + 1)..]) : ("", "");

    // Switches, numbers and addresses without user information are no secrets; $(X) comes from a Secret.
    private static bool IsLiteral(string value) => value.Length > 0 && !bool.TryParse(value, out _) && !double.TryParse(value, out _)
        && !value.Contains("$(", StringComparison.Ordinal) && !value.Contains("{{", StringComparison.Ordinal) && !ServiceUrl().IsMatch(value);

    // http://aiops-agent-service/webhook: an address inside the cluster
    [GeneratedRegex(@"^https?://[a-z0-9-]+(\.[a-z0-9-]+\.svc(\.cluster\.local)?)?(:[0-9]+)?(/[a-z0-9/_-]{0,60})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ServiceUrl();
}

/// <summary>A literal that looks like a secret whatever it is called.</summary>
internal sealed class SecretShapeRule() : LintRule("secret-shape", "a literal that looks like a key, a token or a password")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
        => from item in rendering.Objects
           from text in ConfigText.In(item).Concat(Annotations(item)).Concat(ChartValues(item))
           let shape = SecretShapes.Find(text.Value)
           where shape is not null && !SecretAllowance.Allows(text, text.Key, context.Options)
           select Report(
               text.Object, text.Path, $"The text looks like {shape}.", $"Make it a secret parameter in the graph. If it is none, list '{SecretAllowance.Owner(text.Object)}/{text.Key}' under 'notSecret' in the settings.");

    private static IEnumerable<ConfigText> Annotations(KubeObject item)
        => item.Annotations.Select(annotation => new ConfigText(item, $"metadata.annotations.{annotation.Key}", annotation.Key, annotation.Value));

    private static IEnumerable<ConfigText> ChartValues(KubeObject item)
        => from source in item.Kind == "Application" ? LintContext.Sources(item) : []
           let values = source.Source.Get("helm", "valuesObject")
           where values is not null
           select new ConfigText(item, $"{source.Path}.helm.valuesObject", "valuesObject", values.ToJsonString());
}

/// <summary>Literals that a person declared to be no secrets.</summary>
internal static class SecretAllowance
{
    /// <summary>Whether an entry <c>owner/variable</c> means this text; the owner is the folder of the file or the object's name.</summary>
    internal static bool Allows(ConfigText text, string key, LintOptions options)
        => options.NotSecret.Contains($"{Owner(text.Object)}/{key}") || options.NotSecret.Contains($"{text.Object.OriginalName}/{key}");

    internal static string Owner(KubeObject item) => TreePath.FileName(TreePath.Folder(item.File));
}
