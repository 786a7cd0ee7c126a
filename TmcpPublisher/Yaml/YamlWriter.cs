using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Publisher.Yaml;

/// <summary>
/// Writes nodes as the files of the tree look: block style, two blanks, LF, no folding, no anchors. The same nodes give the same bytes.
/// </summary>
internal static class YamlWriter
{
    /// <summary>Documents under one line of comment.</summary>
    internal static string Write(string comment, params IEnumerable<YamlNode> documents)
        => "# " + comment + "\n" + string.Join("---\n", documents.Select(Write));

    /// <summary>One document with a final newline.</summary>
    internal static string Write(YamlNode node)
    {
        var text = new StringBuilder();
        if (node is YamlMappingNode { Children.Count: > 0 } or YamlSequenceNode { Children.Count: > 0 })
            WriteLines(text, node, 0, indentFirst: true);
        else
            text.Append(Inline(node, 0)).Append('\n');
        return text.ToString();
    }

    private static void WriteLines(StringBuilder text, YamlNode node, int indent, bool indentFirst)
    {
        var first = true;
        foreach (var (lead, child) in Entries(node))
        {
            if (indentFirst || !first)
                text.Append(' ', indent);
            first = false;
            text.Append(lead);
            WriteChild(text, node, child, indent);
        }
    }

    private static IEnumerable<(string Lead, YamlNode Child)> Entries(YamlNode node)
        => node is YamlMappingNode map
            ? map.Children.Select(entry => (Inline(entry.Key, 0) + ":", entry.Value))
            : ((YamlSequenceNode)node).Children.Select(item => ("-", item));

    private static void WriteChild(StringBuilder text, YamlNode parent, YamlNode child, int indent)
    {
        switch (child)
        {
            case YamlMappingNode { Children.Count: > 0 } when parent is YamlSequenceNode:
                text.Append(' ');
                WriteLines(text, child, indent + 2, indentFirst: false);
                break;
            case YamlMappingNode { Children.Count: > 0 } or YamlSequenceNode { Children.Count: > 0 }:
                text.Append('\n');
                WriteLines(text, child, indent + 2, indentFirst: true);
                break;
            default:
                text.Append(' ').Append(Inline(child, indent + 2)).Append('\n');
                break;
        }
    }

    private static string Inline(YamlNode node, int indent) => node switch
    {
        YamlMappingNode => "{}",
        YamlSequenceNode => "[]",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => scalar.Value ?? "null",
        YamlScalarNode { Value: { } value } when YamlScalars.CanBePlain(value) => value,
        YamlScalarNode { Value: { } value } when indent > 0 && YamlScalars.CanBeBlock(value) => Block(value, indent),
        YamlScalarNode scalar => YamlScalars.Quote(scalar.Value ?? ""),
        _ => throw new NotSupportedException($"A {node.GetType().Name} cannot be written. Build the tree of mappings, lists and scalars only."),
    };

    private static string Block(string value, int indent)
    {
        var lines = value.EndsWith('\n') ? value[..^1].Split('\n') : value.Split('\n');
        var margin = "\n" + new string(' ', indent);
        return (value.EndsWith('\n') ? "|" : "|-") + string.Concat(lines.Select(line => line.Length == 0 ? "\n" : margin + line));
    }
}
