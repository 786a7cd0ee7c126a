using System.Globalization;
using System.Text.Json;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Documents;

/// <summary>Takes a source apart by the mapping of its index. Objects in lists become lists of values, as in Elasticsearch.</summary>
internal sealed class DocumentReader(FieldTable fields)
{
    // Levels, hosts, names: equal strings of many documents share one object.
    private const int PooledLength = 64;
    private const int MaxPooled = 50_000;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };
    private readonly Dictionary<string, string> _pool = new(StringComparer.Ordinal);

    public Document Read(string id, byte[] source, long version, long sequenceNumber)
    {
        try
        {
            using var json = JsonDocument.Parse(source, Options);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw Failed("object mapping tried to parse the document, but found a concrete value");
            var values = new object?[fields.All.Count];
            Take(json.RootElement, "", ref values, 0);
            var time = fields.Find("@timestamp") is { Type: FieldType.Date } field && field.Slot < values.Length
                ? values[field.Slot] switch { long one => one, object[] several => (long)several[0], _ => long.MinValue }
                : long.MinValue;
            return new Document(id, source, values, time) { Version = version, SequenceNumber = sequenceNumber };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Failed($"failed to parse: {exception.Message}");
        }
    }

    private static ElasticsearchError Failed(string reason) => new(400, "document_parsing_exception", reason);

    private void Take(JsonElement value, string path, ref object?[] values, int depth)
    {
        if (depth > 20)
            throw Failed($"Limit of mapping depth [20] has been exceeded due to object field [{path}]");
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    Take(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", ref values, depth + 1);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Take(item, path, ref values, depth + 1);
                break;
            case not (JsonValueKind.Null or JsonValueKind.Undefined):
                var field = fields.Meet(path, value);
                if (field.Slot >= values.Length)
                    Array.Resize(ref values, fields.All.Count);
                ref var slot = ref values[field.Slot];
                var converted = Convert(field, value);
                slot = slot switch
                {
                    null => converted,
                    object[] several => (object[])[.. several, converted],
                    var one => (object[])[one, converted],
                };
                break;
        }
    }

    private object Convert(Field field, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return field.Type switch
        {
            FieldType.Text or FieldType.Keyword => Pool(text),
            FieldType.Boolean => text is "true" or "false" or "" ? text == "true" : throw Wrong(field, text),
            FieldType.Date => DateText.Parse(text) ?? throw Wrong(field, text),
            FieldType.Long => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : (long)number
                : throw Wrong(field, text),
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(field, text),
        };
    }

    private static ElasticsearchError Wrong(Field field, string text) =>
        Failed($"failed to parse field [{field.Path}] of type [{field.Declared}]. Preview of field's value: '{(text.Length > 80 ? text[..80] : text)}'");

    private string Pool(string text)
    {
        if (text.Length > PooledLength)
            return text;
        if (_pool.TryGetValue(text, out var pooled))
            return pooled;
        if (_pool.Count < MaxPooled)
            _pool.Add(text, text);
        return text;
    }
}
