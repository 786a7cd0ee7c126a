using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Search;

/// <summary>Which parts of a source are returned.</summary>
internal sealed record SourceFilter(bool IsOn, IReadOnlyList<string> Includes, IReadOnlyList<string> Excludes)
{
    public static SourceFilter All { get; } = new(true, [], []);

    public static SourceFilter Parse(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return All;
            case JsonValue value when value.TryGetValue(out bool on):
                return All with { IsOn = on };
            case JsonObject both:
                both.Allow("_source", "includes", "include", "excludes", "exclude");
                return new SourceFilter(true, Names(both["includes"] ?? both["include"]), Names(both["excludes"] ?? both["exclude"]));
            default:
                return All with { Includes = Names(node) };
        }
    }

    /// <summary>The parameters of an address go before the body.</summary>
    public SourceFilter With(HttpRequest request)
    {
        var filter = Parameters.Text(request, "_source") switch
        {
            null => this,
            "true" or "" => All,
            "false" => All with { IsOn = false },
            var names => All with { Includes = names.Split(',') },
        };
        if (Parameters.Text(request, "_source_includes") is { } includes)
            filter = filter with { Includes = includes.Split(',') };
        return Parameters.Text(request, "_source_excludes") is { } excludes ? filter with { Excludes = excludes.Split(',') } : filter;
    }

    public void Write(Utf8JsonWriter writer, byte[] source)
    {
        if (Includes.Count + Excludes.Count == 0)
        {
            writer.WriteRawValue(source, skipInputValidation: true);
            return;
        }

        using var json = JsonDocument.Parse(source);
        WriteObject(writer, json.RootElement, "");
    }

    private static string[] Names(JsonNode? node) => [.. node.Many().Select(name => name.Text("_source"))];

    private void WriteObject(Utf8JsonWriter writer, JsonElement value, string prefix)
    {
        writer.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            var path = prefix + property.Name;
            if (Excludes.Any(pattern => Covers(pattern, path)))
                continue;
            var isChosen = Includes.Count == 0 || Includes.Any(pattern => Covers(pattern, path));
            var leads = property.Value.ValueKind == JsonValueKind.Object &&
                (Excludes.Any(pattern => LeadsTo(pattern, path)) || (!isChosen && Includes.Any(pattern => LeadsTo(pattern, path))));
            if (leads)
            {
                writer.WritePropertyName(property.Name);
                (isChosen && Includes.Count > 0 ? this with { Includes = [] } : this).WriteObject(writer, property.Value, path + ".");
            }
            else if (isChosen)
            {
                property.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    // "service" and "service.*" cover service.name.
    private static bool Covers(string pattern, string path) => WildcardText.Matches(pattern, path) || WildcardText.Matches(pattern + ".*", path);

    private static bool LeadsTo(string pattern, string path)
    {
        var fixedPart = pattern.Split('*')[0];
        var below = path + ".";
        return fixedPart.StartsWith(below, StringComparison.Ordinal) || (fixedPart.Length < pattern.Length && below.StartsWith(fixedPart, StringComparison.Ordinal));
    }
}
