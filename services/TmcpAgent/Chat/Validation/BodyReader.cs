using System.Text.Json;

namespace Tmcp.Agent.Chat.Validation;

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
