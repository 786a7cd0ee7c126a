using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tmcp.Agent.Validation;

/// <summary>Reads fields of a JSON body and collects everything that is wrong with it, as FastAPI does.</summary>
internal sealed class BodyReader
{
    private static readonly JsonElement EmptyObject = Parse("{}");
    private static readonly JsonElement Null = Parse("null");

    private readonly JsonElement _body;
    private readonly List<ValidationDetail> _failures = [];

    private BodyReader(JsonElement body) => _body = body;

    /// <summary>Null as long as everything read so far was right.</summary>
    public ValidationFailure? Failure => _failures.Count == 0 ? null : new ValidationFailure(_failures);

    public static async Task<BodyReader> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length == 0)
            return Refused(new ValidationDetail("missing", ["body"], "Field required", Null));

        try
        {
            using var json = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new BodyReader(json.RootElement.Clone())
                : Refused(new ValidationDetail(
                    "model_attributes_type", ["body"], "Input should be a valid dictionary or object to extract fields from", json.RootElement.Clone()));
        }
        catch (JsonException exception)
        {
            return Refused(new ValidationDetail("json_invalid", ["body", exception.BytePositionInLine ?? 0], "JSON decode error", EmptyObject));
        }
    }

    /// <summary>A text of the body; <paramref name="otherwise"/> when it is absent, or a failure when that is null.</summary>
    public string ReadText(string field, string? otherwise, int least, int most)
    {
        if (_body.ValueKind != JsonValueKind.Object)
            return "";
        if (!_body.TryGetProperty(field, out var value))
            return otherwise ?? Fail(field, "missing", "Field required", _body);
        if (value.ValueKind != JsonValueKind.String)
            return Fail(field, "string_type", "Input should be a valid string", value);
        if (!TryGetText(value, out var text))
            return Fail(field, "string_unicode", "Input should be a valid string, unable to parse raw data as a unicode string", EmptyObject);
        if (text.Trim().Length < least)
            return Fail(field, "string_too_short", $"String should have at least {least} {Characters(least)}", value);
        if (text.Length > most)
            return Fail(field, "string_too_long", $"String should have at most {most} {Characters(most)}", Parse($"\"{text.Length} characters\""));
        return text;
    }

    /// <summary>A list of texts; <paramref name="otherwise"/> when it is absent, or a failure when that is null.</summary>
    public IReadOnlyList<string> ReadTexts(string field, IReadOnlyList<string>? otherwise, int least, int most, int mostCharacters)
    {
        if (_body.ValueKind != JsonValueKind.Object)
            return [];
        if (!_body.TryGetProperty(field, out var list))
            return otherwise ?? FailList(field, "missing", "Field required", _body);
        if (list.ValueKind != JsonValueKind.Array)
            return FailList(field, "list_type", "Input should be a valid list", list);
        if (list.GetArrayLength() < least)
            return FailList(field, "too_short", $"List should have at least {least} {(least == 1 ? "item" : "items")} after validation, not {list.GetArrayLength()}", list);
        if (list.GetArrayLength() > most)
            return FailList(field, "too_long", $"List should have at most {most} items after validation, not {list.GetArrayLength()}", Parse($"\"{list.GetArrayLength()} items\""));

        return [.. list.EnumerateArray().Select((item, index) => ReadItem(field, index, item, mostCharacters))];
    }

    /// <summary>A whole number, also one that came as a text.</summary>
    public int ReadInteger(string field, int otherwise, int least, int most)
    {
        if (_body.ValueKind != JsonValueKind.Object || !_body.TryGetProperty(field, out var value))
            return otherwise;

        long number;
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when value.TryGetInt64(out number):
                break;
            case JsonValueKind.Number when value.TryGetDouble(out var real) && double.IsInteger(real) && Math.Abs(real) < long.MaxValue:
                number = (long)real;
                break;
            case JsonValueKind.Number:
                return FailNumber(field, "int_from_float", "Input should be a valid integer, got a number with a fractional part", value);
            case JsonValueKind.String when TryGetText(value, out var text) && long.TryParse(text, out number):
                break;
            case JsonValueKind.String:
                return FailNumber(field, "int_parsing", "Input should be a valid integer, unable to parse string as an integer", ShownText(value));
            default:
                return FailNumber(field, "int_type", "Input should be a valid integer", value);
        }

        if (number < least)
            return FailNumber(field, "greater_than_equal", $"Input should be greater than or equal to {least}", value);
        return number <= most ? (int)number : FailNumber(field, "less_than_equal", $"Input should be less than or equal to {most}", value);
    }

    public bool ReadFlag(string field, bool otherwise)
    {
        if (_body.ValueKind != JsonValueKind.Object || !_body.TryGetProperty(field, out var value))
            return otherwise;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Fail(field, "bool_type", "Input should be a valid boolean", value);
        return otherwise;
    }

    /// <summary>An object with texts in it, or null when it is absent or null.</summary>
    public JsonObject? ReadObject(string field, int mostCharacters)
    {
        if (_body.ValueKind != JsonValueKind.Object || !_body.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Object && JsonText.IsWritable(value))
        {
            if (value.GetRawText().Length <= mostCharacters)
                return JsonObject.Create(value);
            Fail(field, "too_long", $"Dictionary should have at most {mostCharacters} characters as JSON", Parse($"\"{value.GetRawText().Length} characters\""));
            return null;
        }

        Fail(field, "dict_type", "Input should be a valid dictionary", JsonText.IsWritable(value) ? value : EmptyObject);
        return null;
    }

    private static BodyReader Refused(ValidationDetail failure)
    {
        var reader = new BodyReader(default);
        reader._failures.Add(failure);
        return reader;
    }

    // "\ud800" is valid JSON and no text.
    private static bool TryGetText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private string ReadItem(string field, int index, JsonElement item, int most)
    {
        var (type, message, input) = item.ValueKind != JsonValueKind.String
            ? ("string_type", "Input should be a valid string", item)
            : !TryGetText(item, out var text) ? ("string_unicode", "Input should be a valid string, unable to parse raw data as a unicode string", EmptyObject)
            : text.Length > most ? ("string_too_long", $"String should have at most {most} {Characters(most)}", Parse($"\"{text.Length} characters\""))
            : string.IsNullOrWhiteSpace(text) ? ("string_too_short", "String should have at least 1 character", item)
            : ("", text, default);
        if (type.Length == 0)
            return message;

        _failures.Add(new ValidationDetail(type, ["body", field, index], message, input));
        return "";
    }

    // A long text would come back in the answer as a whole.
    private static JsonElement ShownText(JsonElement value) =>
        TryGetText(value, out var text) && text.Length <= 100 ? value : Parse($"\"{value.GetRawText().Length} characters\"");

    private IReadOnlyList<string> FailList(string field, string type, string message, JsonElement input)
    {
        Fail(field, type, message, input);
        return [];
    }

    private int FailNumber(string field, string type, string message, JsonElement input)
    {
        Fail(field, type, message, input);
        return 0;
    }

    private string Fail(string field, string type, string message, JsonElement input)
    {
        _failures.Add(ValidationDetail.At(field, type, message, input));
        return "";
    }

    private static string Characters(int count) => count == 1 ? "character" : "characters";

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
