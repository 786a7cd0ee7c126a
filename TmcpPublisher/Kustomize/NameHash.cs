using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>
/// The suffix that kustomize gives to the name of a generated ConfigMap: ten digits of the SHA-256 of its kind and data as compact JSON
/// with sorted keys, with those digits replaced that could spell a word. The JSON has a name too, which kustomize 5 always leaves empty.
/// </summary>
internal static class NameHash
{
    internal static string Of(JsonObject configMap)
    {
        var json = new StringBuilder();
        WriteObject(json, new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["data"] = configMap.Get("data") ?? JsonValue.Create(""),
            ["kind"] = JsonValue.Create("ConfigMap"),
            ["name"] = JsonValue.Create(""),
        });
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToString())))[..10];
        return string.Concat(digits.Select(Encode));
    }

    private static char Encode(char digit) => digit switch
    {
        '0' => 'g',
        '1' => 'h',
        '3' => 'k',
        'a' => 'm',
        'e' => 't',
        _ => digit,
    };

    private static void WriteObject(StringBuilder json, IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        json.Append('{');
        foreach (var (index, member) in members.Index())
        {
            if (index > 0)
                json.Append(',');
            WriteString(json, member.Key);
            json.Append(':');
            if (member.Value is JsonObject inner)
                WriteObject(json, inner.OrderBy(pair => pair.Key, Utf8Order.Instance));
            else if (member.Value.IsString())
                WriteString(json, member.Value.Text()!);
            else
                json.Append(member.Value.Text());
        }

        json.Append('}');
    }

    // As Go's encoder writes it: it escapes what is unsafe in HTML and the two line ends of JavaScript, and keeps every other character.
    private static void WriteString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => json.Append($"\\u{(int)character:x4}"),
                _ => json.Append(character),
            };
        }

        json.Append('"');
    }

    // Go sorts by bytes; .NET's ordinal order by UTF-16 units, which differs above U+FFFF.
    private sealed class Utf8Order : IComparer<string>
    {
        internal static readonly Utf8Order Instance = new();

        public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
    }
}
