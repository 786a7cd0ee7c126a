using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Which objects a patch changes. Each field is a regular expression that has to match the whole text.</summary>
internal sealed class PatchTarget
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "group", "version", "kind", "name", "namespace", "labelSelector" };

    // Patterns of a tree are short; a pattern that needs longer than this for one name is a mistake.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Regex> _patterns;
    private readonly string? _exactName;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _labels;
    private readonly string _text;

    private PatchTarget(string file, string place, IReadOnlyDictionary<string, string> fields)
    {
        _text = string.Join(", ", fields.Select(field => $"{field.Key} '{field.Value}'"));
        _exactName = fields.TryGetValue("name", out var name) && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-') ? name : null;
        _labels = fields.TryGetValue("labelSelector", out var selector) ? Labels(file, place, selector) : [];
        try
        {
            _patterns = fields.Where(field => field.Key != "labelSelector").ToDictionary(
                field => field.Key, field => new Regex($"^(?:{field.Value})$", RegexOptions.CultureInvariant, MatchTimeout));
        }
        catch (RegexParseException invalid)
        {
            throw new KustomizeException(file, $"{place}.target holds no valid pattern: {invalid.Message}", "Correct it.");
        }
    }

    internal static PatchTarget Create(string file, string place, JsonNode? target, JsonNode content)
    {
        Kustomization.RequireFields(file, target, $"{place}.target.", Fields);
        if (target is JsonObject)
            return new PatchTarget(file, place, target.TextMembers());
        if (content.Get("kind").Text() is { } kind && content.Get("metadata", "name").Text() is { } name)
            return new PatchTarget(file, place, new Dictionary<string, string> { ["kind"] = kind, ["name"] = Regex.Escape(name).Replace("\\-", "-") });

        throw new KustomizeException(file, $"{place} does not say which object it changes.", "Add 'target' with kind and name.");
    }

    internal IEnumerable<KubeObject> Select(IEnumerable<KubeObject> objects, ILookup<string, KubeObject> byName)
        => (_exactName is null ? objects : byName[_exactName]).Where(Matches);

    public override string ToString() => _text;

    private bool Matches(KubeObject item) => _patterns.All(pattern => pattern.Value.IsMatch(Field(item, pattern.Key)))
        && _labels.All(label => item.Labels.TryGetValue(label.Key, out var value) && value == label.Value);

    private static string Field(KubeObject item, string field) => field switch
    {
        "group" => item.Group,
        "version" => item.Version,
        "kind" => item.Kind,
        "namespace" => item.Namespace ?? "default",
        _ => item.OriginalName,
    };

    // app=hub,tier=web: equality only.
    private static List<KeyValuePair<string, string>> Labels(string file, string place, string selector) => selector.Split(',').Select(part =>
        part.Trim().Split('=') is [var key, var value] && !key.EndsWith('!')
            ? KeyValuePair.Create(key, value)
            : throw new KustomizeException(file, $"{place}.target.labelSelector holds '{part}'.", "Write key=value, separated by commas.")).ToList();
}
