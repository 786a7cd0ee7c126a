using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Planning;

/// <summary>Collections in memory behind the bridge's tools: checks required fields and select values as PocketBase does.</summary>
internal sealed class MemoryStore
{
    private readonly Dictionary<string, JsonArray> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<JsonObject>> _records = new(StringComparer.Ordinal);
    private int _created;

    public IReadOnlyList<JsonObject> this[string collection] => _records[collection];

    public MemoryStore Define(string collection, string id, string fields)
    {
        _schemas[collection] = JsonNode.Parse(fields)!.AsArray();
        _schemas[collection].Insert(0, new JsonObject { ["name"] = "id", ["type"] = "text", ["required"] = true });
        _records[collection] = [];
        _ids[collection] = id;
        return this;
    }

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public JsonObject Insert(string collection, JsonObject data)
    {
        var record = new JsonObject { ["id"] = $"r{++_created:00000000000000}", ["collectionName"] = collection };
        foreach (var field in _schemas[collection].OfType<JsonObject>().Skip(1))
            record[Text(field["name"])] = Empty(field);
        foreach (var (name, value) in data)
        {
            if (record.ContainsKey(name))
                record[name] = value?.DeepClone();
        }

        _records[collection].Add(record);
        return record;
    }

    /// <summary>What the bridge would answer to a tool call.</summary>
    public string Call(string tool, JsonObject arguments)
    {
        if (tool == "list_collections")
            return new JsonArray([.. _schemas.Keys.Select(name => new JsonObject { ["name"] = name, ["id"] = _ids[name], ["type"] = "base" })]).ToJsonString();
        var collection = Text(arguments["collection"]);
        if (!_schemas.TryGetValue(collection, out var schema))
            return $"Error: there is no collection '{collection}'.";
        var id = Text(arguments["record_id"]);
        var found = _records[collection].Find(record => Text(record["id"]) == id);
        return tool switch
        {
            "get_collection_schema" => schema.ToJsonString(),
            "list_records" => List(collection, arguments),
            "count_records" => new JsonObject { ["collection"] = collection, ["totalItems"] = Matching(collection, Text(arguments["filter"])).Count }.ToJsonString(),
            "create_record" => Create(collection, schema, Data(arguments)),
            _ when found is null => "Error: PocketBase API Error: {\"status\":404,\"message\":\"The requested resource wasn't found.\"}",
            "get_record" => found.ToJsonString(),
            "update_record" => Update(schema, found, Data(arguments)),
            "delete_record" => Delete(collection, found),
            _ => $"Error: unknown tool {tool}",
        };
    }

    private string Create(string collection, JsonArray schema, JsonObject data)
    {
        foreach (var field in schema.OfType<JsonObject>().Skip(1))
        {
            var name = Text(field["name"]);
            if (field["required"]!.GetValue<bool>() && string.IsNullOrEmpty(data[name]?.ToString()))
                return $"Error: PocketBase API Error: {{\"data\":{{\"{name}\":{{\"message\":\"Cannot be blank.\"}}}}}}";
        }

        return Check(schema, data) ?? Insert(collection, data).ToJsonString();
    }

    private static string Update(JsonArray schema, JsonObject record, JsonObject data)
    {
        if (Check(schema, data) is { } error)
            return error;
        foreach (var (name, value) in data)
            record[name] = value?.DeepClone();
        return record.ToJsonString();
    }

    private string Delete(string collection, JsonObject record)
    {
        _records[collection].Remove(record);
        return $"Successfully deleted record {Text(record["id"])} from {collection}";
    }

    private static string? Check(JsonArray schema, JsonObject data)
    {
        foreach (var (name, value) in data)
        {
            if (schema.OfType<JsonObject>().FirstOrDefault(field => Text(field["name"]) == name) is not { } field)
                return $"Error: unknown field {name}";
            if (field["values"] is JsonArray values && !values.Any(allowed => Text(allowed) == Text(value)))
                return $"Error: PocketBase API Error: invalid value {value?.ToJsonString()} of {name}";
        }

        return null;
    }

    private string List(string collection, JsonObject arguments)
    {
        var perPage = arguments["per_page"]?.GetValue<int>() ?? 30;
        var matching = Matching(collection, Text(arguments["filter"]));
        return new JsonObject
        {
            ["items"] = new JsonArray([.. matching.Take(perPage).Select(record => record.DeepClone())]),
            ["page"] = 1,
            ["perPage"] = perPage,
            ["totalItems"] = matching.Count,
        }.ToJsonString();
    }

    // name = "x" && status ~ "y"
    private List<JsonObject> Matching(string collection, string filter)
    {
        var conditions = filter.Split(" && ", StringSplitOptions.RemoveEmptyEntries);
        return _records[collection].FindAll(record => conditions.All(condition => Meets(record, condition)));
    }

    private static bool Meets(JsonObject record, string condition)
    {
        var parts = condition.Split(' ', 3);
        var actual = record[parts[0]]?.ToString() ?? throw new InvalidOperationException($"The filter '{condition}' names an unknown field.");
        var wanted = parts[2].Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal);
        return parts[1] switch
        {
            "=" => actual == wanted,
            "~" => actual.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            ">=" => string.CompareOrdinal(actual, wanted) >= 0,
            "<=" => string.CompareOrdinal(actual, wanted) <= 0,
            _ => throw new InvalidOperationException($"The filter '{condition}' has an unknown operator."),
        };
    }

    private static JsonObject Data(JsonObject arguments) =>
        (arguments["data"] as JsonObject ?? arguments["data_json"] as JsonObject ?? JsonNode.Parse(Text(arguments["data_json"])) as JsonObject)!;

    private static JsonNode? Empty(JsonObject field) => Text(field["type"]) switch
    {
        "number" => 0,
        "bool" => false,
        "json" => null,
        _ => "",
    };

    private static string Text(JsonNode? node) => node?.ToString() ?? "";
}
