using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Discord.Webhooks;

/// <summary>Takes values out of a body, and notes what has the wrong type or is too long.</summary>
internal sealed class BodyReader(JsonObject body, string path, FormErrors errors)
{
    public bool Has(string name) => body.ContainsKey(name);

    public string? Text(string name, int max, bool required = false)
    {
        var text = body[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out string? given) => given,
            JsonValue value when value.GetValueKind() is JsonValueKind.Number => value.ToJsonString(),
            _ => Wrong(name, "STRING_TYPE_CONVERT", "Could not interpret value as string."),
        };
        if (required && string.IsNullOrWhiteSpace(text))
            errors.Required(At(name));
        if (text?.Length > max)
            errors.TooLong(At(name), max);
        return text;
    }

    public string? Url(string name)
    {
        var text = Text(name, 2048);
        if (!string.IsNullOrEmpty(text) && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "attachment"))
            errors.Add(At(name), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        return text;
    }

    public bool Flag(string name) => body[name] switch
    {
        null => false,
        JsonValue value when value.TryGetValue(out bool given) => given,
        _ => Wrong(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.") is not null,
    };

    public int? Color(string name)
    {
        if (body[name] is null)
            return null;
        if (body[name] is JsonValue value && value.TryGetValue(out int color))
        {
            if (color is >= 0 and <= 0xFFFFFF)
                return color;
            errors.Add(At(name), color < 0 ? "NUMBER_TYPE_MIN" : "NUMBER_TYPE_MAX", color < 0 ? "int value should be greater than or equal to 0." : "int value should be less than or equal to 16777215.");
            return null;
        }

        Wrong(name, "NUMBER_TYPE_COERCE", $"Value \"{body[name]}\" is not int.");
        return null;
    }

    public DateTimeOffset? Time(string name)
    {
        var text = Text(name, 64);
        if (string.IsNullOrEmpty(text))
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        errors.Add(At(name), "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
        return null;
    }

    public BodyReader? Object(string name) => body[name] switch
    {
        null => null,
        JsonObject inner => new BodyReader(inner, At(name), errors),
        _ => Wrong<BodyReader>(name, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"),
    };

    public IReadOnlyList<BodyReader>? List(string name, int max)
    {
        if (body[name] is null)
            return null;
        if (body[name] is not JsonArray items)
            return Wrong<IReadOnlyList<BodyReader>>(name, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        if (items.Count > max)
            errors.TooMany(At(name), max);
        var readers = new List<BodyReader>();
        for (var i = 0; i < Math.Min(items.Count, max); i++)
        {
            if (items[i] is JsonObject item)
                readers.Add(new BodyReader(item, $"{At(name)}.{i}", errors));
            else
                errors.Add($"{At(name)}.{i}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }

        return readers;
    }

    private string? Wrong(string name, string code, string message) => Wrong<string>(name, code, message);

    private T? Wrong<T>(string name, string code, string message)
        where T : class
    {
        errors.Add(At(name), code, message);
        return null;
    }

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
