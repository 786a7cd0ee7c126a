using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Schemas;

/// <summary>Makes JSON schemas that have an instance, with the keywords that structured output uses.</summary>
internal sealed class RandomSchema(int seed)
{
    private static readonly string[] Names = ["name", "title", "budget", "tags", "status", "summary", "brandName", "items", "note", "score", "email", "start"];
    private static readonly string[] Patterns = ["^#[0-9A-F]{6}$", "^[a-z]{3,8}$", @"^\d{4}-\d{2}$", "^(red|green)$", "^[A-Z][a-z]+( [A-Z][a-z]+)?$", "^v\\d+\\.\\d+$"];
    private static readonly string[] Formats = ["date", "date-time", "time", "email", "uri", "uuid", "hostname", "ipv4", "ipv6"];

    private readonly Random _random = new(seed);

    public JsonObject Make()
    {
        var schema = Any(depth: 0);
        schema["$defs"] = new JsonObject { ["word"] = Text(), ["tree"] = Tree() };
        return schema;
    }

    private JsonObject Any(int depth) => _random.Next(depth > 3 ? 6 : 11) switch
    {
        0 or 1 => Text(),
        2 => Number("integer"),
        3 => Number("number"),
        4 => new JsonObject { ["type"] = "boolean" },
        5 => new JsonObject { ["enum"] = new JsonArray("low", "high", 3, null) },
        6 or 7 => Object(depth),
        8 => List(depth),
        9 => new JsonObject { [_random.Next(2) == 0 ? "anyOf" : "oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, Text()) },
        _ => _random.Next(3) switch
        {
            0 => new JsonObject { ["$ref"] = "#/$defs/word" },
            1 => new JsonObject { ["$ref"] = "#/$defs/tree" },
            _ => new JsonObject { ["allOf"] = new JsonArray(Object(depth), Extra()) },
        },
    };

    private JsonObject Text() => _random.Next(7) switch
    {
        0 => new JsonObject { ["type"] = "string", ["minLength"] = _random.Next(0, 60) },
        1 => new JsonObject { ["type"] = "string", ["maxLength"] = _random.Next(1, 60) },
        2 => new JsonObject { ["type"] = "string", ["pattern"] = Patterns[_random.Next(Patterns.Length)] },
        3 => new JsonObject { ["type"] = "string", ["format"] = Formats[_random.Next(Formats.Length)] },
        4 => new JsonObject { ["type"] = new JsonArray("null", "string") },
        5 => new JsonObject { ["const"] = "fixed" },
        _ => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("planned", "active", "paused") },
    };

    private JsonObject Number(string type)
    {
        var low = _random.Next(-50, 50);
        var schema = new JsonObject { ["type"] = type };
        if (_random.Next(2) == 0)
            schema[_random.Next(2) == 0 ? "minimum" : "exclusiveMinimum"] = low;
        if (_random.Next(2) == 0)
            schema[_random.Next(2) == 0 ? "maximum" : "exclusiveMaximum"] = low + 20;
        if (_random.Next(4) == 0)
            schema["multipleOf"] = _random.Next(1, 6);
        return schema;
    }

    private JsonObject List(int depth)
    {
        var least = _random.Next(0, 5);
        var schema = new JsonObject { ["type"] = "array", ["items"] = Any(depth + 1), ["minItems"] = least, ["maxItems"] = least + _random.Next(0, 4) };
        if (_random.Next(3) == 0)
            schema = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 }, ["minItems"] = 2, ["uniqueItems"] = true };
        if (_random.Next(4) == 0)
            schema = new JsonObject { ["type"] = "array", ["prefixItems"] = new JsonArray(Text(), Number("integer")), ["items"] = false, ["minItems"] = 2 };
        return schema;
    }

    private JsonObject Object(int depth)
    {
        var properties = new JsonObject();
        foreach (var name in Names.OrderBy(_ => _random.Next()).Take(_random.Next(1, 6)))
            properties[name] = Any(depth + 1);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(property => property.Key).Where(_ => _random.Next(2) == 0).Select(name => JsonValue.Create(name))]),
        };
    }

    // Shares no property with the other objects: two demands on one property may have no answer.
    private JsonObject Extra() => new()
    {
        ["properties"] = new JsonObject { ["extra"] = Text() },
        ["required"] = new JsonArray("extra"),
    };

    // Refers to itself: an instance must end by itself.
    private static JsonObject Tree() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["label"] = new JsonObject { ["type"] = "string" },
            ["children"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/$defs/tree" } },
        },
        ["required"] = new JsonArray("label"),
    };
}
