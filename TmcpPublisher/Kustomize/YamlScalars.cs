using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Publisher.Kustomize;

/// <summary>
/// What a scalar means. Readers differ on <c>yes</c> or <c>010</c>; here a plain scalar is whatever any of them takes for something else
/// than text, so that a check of types finds text that was left unquoted.
/// </summary>
internal static partial class YamlScalars
{
    private const string StringTag = "tag:yaml.org,2002:str";

    // None of the patterns backtracks; the limit in milliseconds is for a text of megabytes.
    private const int MatchTimeout = 1000;

    internal static JsonNode? Read(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        var isString = scalar.Style is not ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value == StringTag);
        return isString ? JsonValue.Create(text) : ReadPlain(text);
    }

    private static JsonValue? ReadPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        _ when TrueWords().IsMatch(text) => JsonValue.Create(true),
        _ when FalseWords().IsMatch(text) => JsonValue.Create(false),
        _ when Octal().IsMatch(text) => JsonValue.Create(Convert.ToInt64(text.TrimStart('0', 'o').PadLeft(1, '0'), 8)),
        _ when Hexadecimal().IsMatch(text) => JsonValue.Create(Convert.ToInt64(text[2..], 16)),
        _ when Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            => JsonValue.Create(number),
        _ when Real().IsMatch(text) => JsonValue.Create(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex("^([Tt]rue|TRUE|[Yy]es|YES|[Oo]n|ON)$", RegexOptions.ExplicitCapture, MatchTimeout)]
    private static partial Regex TrueWords();

    [GeneratedRegex("^([Ff]alse|FALSE|[Nn]o|NO|[Oo]ff|OFF)$", RegexOptions.ExplicitCapture, MatchTimeout)]
    private static partial Regex FalseWords();

    // 010 and 0o10 are eight; 08 is no octal number.
    [GeneratedRegex("^0o?[0-7]{1,20}$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Octal();

    [GeneratedRegex("^0x[0-9a-fA-F]{1,15}$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex("^[-+]?[0-9]+$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture, MatchTimeout)]
    private static partial Regex Real();
}
