using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Queries;

/// <summary>Values of queries in the form in which documents keep them.</summary>
internal static class ExactValue
{
    /// <summary>The value for a field, or an error that names both.</summary>
    public static object Of(Field field, JsonNode? value, long now)
    {
        var text = value.Text(field.Path);
        switch (field.Type)
        {
            case FieldType.Boolean:
                return text is "true" or "false" ? text == "true" : throw Bad(field, $"Can't parse boolean value [{text}], expected [true] or [false]");
            case FieldType.Long or FieldType.Double:
                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    throw Bad(field, $"For input string: \"{text}\"");
                return field.Type == FieldType.Long && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : number;
            case FieldType.Date:
                return DateMath.Parse(text, now, up: false);
            default:
                return text;
        }
    }

    public static bool Same(object stored, object asked) => (stored, asked) switch
    {
        (long a, double b) => a == b,
        (double a, long b) => a == b,
        _ => stored.Equals(asked),
    };

    /// <summary>A stored value as a key of a bucket or as text to compare.</summary>
    public static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>A stored value as a number: for metrics and for sorting.</summary>
    public static double? Number(object value) => value switch
    {
        long number => number,
        double number => number,
        bool flag => flag ? 1 : 0,
        _ => null,
    };

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when number == Math.Floor(number) && Math.Abs(number) < 1e15:
                writer.WriteRawValue(number.ToString("F1", CultureInfo.InvariantCulture)); // 3.0, as Java writes it
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static ElasticsearchError Bad(Field field, string reason) => new(400, "query_shard_exception", $"failed to create query: {reason} (field [{field.Path}])");
}
