using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tmcp.Publisher.Lint;

/// <summary>Writes findings for a person, for a program or as annotations of a GitHub workflow.</summary>
internal static class FindingWriter
{
    internal const string Text = "text";
    internal const string Json = "json";
    internal const string GitHub = "github";

    /// <param name="prefix">The folder of the tree as the reader knows it.</param>
    internal static void Write(IReadOnlyList<Finding> findings, string format, string prefix, TextWriter output)
    {
        switch (format)
        {
            case Json:
                output.WriteLine(JsonSerializer.Serialize(findings.Select(finding => finding with { File = Place(prefix, finding) }), FindingJson.Default.IEnumerableFinding));
                break;
            case GitHub:
                foreach (var finding in findings)
                    output.WriteLine($"::error file={Property(Place(prefix, finding))},line={Math.Max(1, finding.Line)},title={Property(finding.Rule)}::{Escape(Describe(finding))}");
                break;
            default:
                foreach (var finding in findings)
                    WriteText(finding, prefix, output);
                output.WriteLine(findings.Count == 0 ? "No findings." : $"{findings.Count} finding{(findings.Count == 1 ? "" : "s")}.");
                break;
        }
    }

    private static void WriteText(Finding finding, string prefix, TextWriter output)
    {
        output.WriteLine($"{Place(prefix, finding)}{(finding.Line > 0 ? $":{finding.Line}" : "")}: {finding.Rule}: {Describe(finding)}");
        if (finding.Renderings.Count > 0)
            output.WriteLine($"    seen in {string.Join(", ", finding.Renderings)}");
    }

    private static string Place(string prefix, Finding finding) => prefix.Length == 0 ? finding.File : $"{prefix.TrimEnd('/')}/{finding.File}";

    private static string Describe(Finding finding)
    {
        var place = string.Join(" at ", new[] { finding.Object, finding.Path }.Where(part => part.Length > 0));
        return $"{place}{(place.Length > 0 ? ": " : "")}{finding.What} {finding.Remedy}";
    }

    // https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    private static string Escape(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Escape(text).Replace(":", "%3A").Replace(",", "%2C");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IEnumerable<Finding>))]
internal sealed partial class FindingJson : JsonSerializerContext;
