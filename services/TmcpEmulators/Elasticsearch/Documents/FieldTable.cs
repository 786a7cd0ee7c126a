using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Documents;

/// <summary>The mapping of an index: what is declared, and what was met.</summary>
internal sealed class FieldTable
{
    // As index.mapping.total_fields.limit.
    private const int MaxFields = 1000;
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Field> All => _fields;

    /// <summary>The field by its path; <c>path.keyword</c> gives the exact side of a text.</summary>
    public Field? Find(string path)
    {
        if (_fields.TryGetValue(path, out var field))
            return field;
        return path.EndsWith(".keyword", StringComparison.Ordinal) && _fields.TryGetValue(path[..^8], out var text) && text.HasKeyword
            ? text with { Path = path, Type = FieldType.Keyword }
            : null;
    }

    /// <summary>Fields whose path the pattern fits.</summary>
    public IEnumerable<Field> FindAll(string pattern) => pattern.Contains('*', StringComparison.Ordinal)
        ? _fields.Values.Where(field => WildcardText.Matches(pattern, field.Path))
        : Find(pattern) is { } field ? [field] : [];

    /// <summary>The field of a value, mapped on sight when it is new.</summary>
    public Field Meet(string path, JsonElement value)
    {
        if (_fields.TryGetValue(path, out var field))
            return field;
        var (type, declared) = Guess(value);
        return Add(path, type, declared, hasKeyword: type == FieldType.Text);
    }

    /// <summary>Takes <c>{"properties": {…}}</c> in. A type that is already there must be the same.</summary>
    public void Declare(JsonNode? mappings, string prefix = "")
    {
        foreach (var (name, definition) in mappings?["properties"] as JsonObject ?? [])
        {
            var path = prefix + name;
            if (definition is not JsonObject given)
                throw Malformed($"Expected map for property [{path}]");
            if (given["properties"] is not null)
            {
                Declare(given, path + ".");
                continue;
            }

            var declared = given["type"]?.Text(path) ?? "object";
            if (declared == "object")
                continue;
            var type = TypeOf(declared) ?? throw Malformed($"No handler for type [{declared}] declared on field [{name}]");
            if (_fields.TryGetValue(path, out var known) && known.Declared != declared)
                throw ElasticsearchError.Argument($"mapper [{path}] cannot be changed from type [{known.Declared}] to [{declared}]");
            if (known is null)
                Add(path, type, declared, given["fields"]?["keyword"] is not null);
        }
    }

    public JsonObject ToJson()
    {
        var root = new JsonObject();
        foreach (var field in _fields.Values.OrderBy(field => field.Path, StringComparer.Ordinal))
        {
            var node = root;
            foreach (var part in field.Path.Split('.'))
            {
                if (node["properties"] is not JsonObject properties)
                    node["properties"] = properties = [];
                if (properties[part] is not JsonObject next)
                    properties[part] = next = [];
                node = next;
            }

            node["type"] = field.Declared;
            if (field.HasKeyword)
                node["fields"] = new JsonObject { ["keyword"] = new JsonObject { ["type"] = "keyword", ["ignore_above"] = 256 } };
        }

        return root;
    }

    private static ElasticsearchError Malformed(string reason) => new(400, "mapper_parsing_exception", $"Failed to parse mapping: {reason}");

    private static (FieldType Type, string Declared) Guess(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => (FieldType.Boolean, "boolean"),
        JsonValueKind.Number => value.TryGetInt64(out _) ? (FieldType.Long, "long") : (FieldType.Double, "float"),
        JsonValueKind.String when DateText.LooksLikeDate(value.GetString()!) => (FieldType.Date, "date"),
        _ => (FieldType.Text, "text"),
    };

    private static FieldType? TypeOf(string declared) => declared switch
    {
        "text" or "match_only_text" => FieldType.Text,
        "keyword" or "constant_keyword" or "wildcard" or "ip" or "version" => FieldType.Keyword,
        "long" or "integer" or "short" or "byte" or "unsigned_long" => FieldType.Long,
        "double" or "float" or "half_float" or "scaled_float" => FieldType.Double,
        "boolean" => FieldType.Boolean,
        "date" or "date_nanos" => FieldType.Date,
        _ => null,
    };

    private Field Add(string path, FieldType type, string declared, bool hasKeyword)
    {
        if (_fields.Count >= MaxFields)
            throw ElasticsearchError.Argument($"Limit of total fields [{MaxFields}] has been exceeded while adding new fields [1]");
        return _fields[path] = new Field(path, type, declared, _fields.Count) { HasKeyword = hasKeyword };
    }
}
