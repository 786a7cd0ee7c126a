using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Tests.Yaml;

/// <summary>Trees of nodes with texts that are hard to write.</summary>
internal static class RandomNodes
{
    private static readonly string[] Pieces =
    [
        "a", "B", "0", "1e3", " ", "  ", "\n", "\n\n", "\t", "\r", ":", ": ", "#", " #", "-", "- ", "?", "\"", "'", "\\", "$(X)", "{", "}", "[", "]", ",", "&", "*", "!",
        "|", ">", "%", "@", "`", "yes", "null", "~", "=", "ü", "\u00a0", "\u0085", "\u2028", "\ufeff", "😀", "\u0001", "---", "...", "<<",
    ];

    internal static YamlNode Create(Random random, int depth) => (depth == 0 ? 0 : random.Next(4)) switch
    {
        1 => Map(Enumerable.Range(0, random.Next(5)).Select(index => ($"{index}{RandomText(random)}", (YamlNode?)Create(random, depth - 1)))),
        2 => List(Enumerable.Range(0, random.Next(5)).Select(_ => Create(random, depth - 1))),
        3 => random.Next(2) == 0 ? Number(random.Next(-1000, 1000)) : Flag(random.Next(2) == 0),
        _ => Text(RandomText(random)),
    };

    /// <summary>The tree as one text, with the kind of each scalar: a text that came back as a number would differ.</summary>
    internal static string Describe(YamlNode node) => node switch
    {
        YamlMappingNode map => "{" + string.Join(",", map.Children.Select(entry => $"{Describe(entry.Key)}:{Describe(entry.Value)}")) + "}",
        YamlSequenceNode list => "[" + string.Join(",", list.Children.Select(Describe)) + "]",
        YamlScalarNode { Value: { } value } scalar => (IsText(scalar) ? "text " : "plain ") + value.Length + " " + value,
        _ => throw new InvalidOperationException(node.ToString()),
    };

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(6); count > 0; count--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    private static bool IsText(YamlScalarNode scalar)
        => scalar.Style != ScalarStyle.Plain || !Tmcp.Publisher.Yaml.YamlScalars.ReadsAsOther(scalar.Value!);
}
