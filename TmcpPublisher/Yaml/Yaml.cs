using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Publisher.Yaml;

/// <summary>Builds nodes in the order they are written. A null child is left out, so that an absent fact needs no branch.</summary>
internal static class Yaml
{
    /// <summary>A mapping of the entries that have a value.</summary>
    internal static YamlMappingNode Map(params IEnumerable<(string Key, YamlNode? Value)> entries)
    {
        var map = new YamlMappingNode();
        foreach (var (key, value) in entries)
        {
            if (value is not null)
                map.Add(Text(key), value);
        }

        return map;
    }

    /// <summary>A mapping of texts, ordered by key.</summary>
    internal static YamlMappingNode Map(IEnumerable<KeyValuePair<string, string>> texts)
        => Map(texts.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, (YamlNode?)Text(entry.Value))));

    /// <summary>A list of the items that are there.</summary>
    internal static YamlSequenceNode List(params IEnumerable<YamlNode?> items) => new(items.OfType<YamlNode>());

    /// <summary>A list of texts.</summary>
    internal static YamlSequenceNode Texts(params IEnumerable<string> items) => new(items.Select(Text));

    /// <summary>A list, or nothing when it would be empty.</summary>
    internal static YamlSequenceNode? ListOrNull(params IEnumerable<YamlNode?> items)
        => List(items) is { Children.Count: > 0 } list ? list : null;

    /// <summary>A string, however it looks: the writer quotes it where it could be read as something else.</summary>
    internal static YamlNode Text(string value) => new YamlScalarNode(value) { Style = ScalarStyle.DoubleQuoted };

    /// <summary>A string, or nothing.</summary>
    internal static YamlNode? TextOrNull(string? value) => value is null ? null : Text(value);

    internal static YamlNode Number(int value) => new YamlScalarNode(value.ToString(CultureInfo.InvariantCulture)) { Style = ScalarStyle.Plain };

    internal static YamlNode Flag(bool value) => new YamlScalarNode(value ? "true" : "false") { Style = ScalarStyle.Plain };
}
