using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>A selector with <c>matchLabels</c> and <c>matchExpressions</c>. The empty one matches everything.</summary>
internal static class LabelSelector
{
    internal static bool Matches(JsonNode? selector, IReadOnlyDictionary<string, string> labels)
        => MatchesAll(selector.Get("matchLabels").TextMembers(), labels)
            && selector.Get("matchExpressions").Items().All(expression => Matches(
                expression.Get("key").Text() ?? "", expression.Get("operator").Text(), expression.Get("values").Texts(), labels));

    internal static bool MatchesAll(IEnumerable<KeyValuePair<string, string>> wanted, IReadOnlyDictionary<string, string> labels)
        => wanted.All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value);

    internal static string Describe(JsonNode? selector) => selector is JsonObject { Count: > 0 }
        ? string.Join(", ", selector.Get("matchLabels").TextMembers().Select(label => $"{label.Key}={label.Value}")
            .Concat(selector.Get("matchExpressions").Items().Select(expression => expression!.ToJsonString())))
        : "everything";

    private static bool Matches(string key, string? @operator, IEnumerable<string> values, IReadOnlyDictionary<string, string> labels) => @operator switch
    {
        "In" => labels.TryGetValue(key, out var value) && values.Contains(value),
        "NotIn" => !labels.TryGetValue(key, out var value) || !values.Contains(value),
        "Exists" => labels.ContainsKey(key),
        "DoesNotExist" => !labels.ContainsKey(key),
        _ => false,
    };
}
