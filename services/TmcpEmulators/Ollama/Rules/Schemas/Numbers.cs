using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>Numbers within the limits of a schema.</summary>
internal static class Numbers
{
    /// <summary>The wanted number, moved into the limits; without one, a small number that fits.</summary>
    public static JsonNode Choose(JsonObject schema, double? wanted, bool whole)
    {
        var step = JsonText.NumberOrNull(schema["multipleOf"]) is { } multiple and > 0 ? multiple : (double?)null;
        var low = Limit(schema, "minimum", "exclusiveMinimum", whole, up: true);
        var high = Limit(schema, "maximum", "exclusiveMaximum", whole, up: false);
        var value = wanted ?? low ?? (high is < 1 ? high.Value : 1);
        if (high is { } most)
            value = Math.Min(value, most);
        if (low is { } least)
            value = Math.Max(value, least);
        if (whole && step is null)
            value = low is { } bottom && Math.Round(value) < bottom ? Math.Ceiling(value) : high is { } top && Math.Round(value) > top ? Math.Floor(value) : Math.Round(value);
        if (step is { } by)
        {
            value = Math.Floor(value / by) * by;
            value = low is { } bottom && value < bottom ? Math.Ceiling(bottom / by) * by : value;
        }

        return whole && Math.Abs(value) < 1e15 ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }

    public static JsonNode Larger(JsonValue left, JsonValue right) => (JsonText.NumberOrNull(left) >= JsonText.NumberOrNull(right) ? left : right).DeepClone();

    public static JsonNode Smaller(JsonValue left, JsonValue right) => (JsonText.NumberOrNull(left) <= JsonText.NumberOrNull(right) ? left : right).DeepClone();

    private static double? Limit(JsonObject schema, string inclusive, string exclusive, bool whole, bool up)
    {
        var limit = JsonText.NumberOrNull(schema[inclusive]);
        if (JsonText.NumberOrNull(schema[exclusive]) is not { } open)
            return limit;
        var inside = whole ? (up ? Math.Floor(open) + 1 : Math.Ceiling(open) - 1) : Inside(schema, open, up);
        return limit is null ? inside : up ? Math.Max(limit.Value, inside) : Math.Min(limit.Value, inside);
    }

    // A little within an open limit, and within the other limit too.
    private static double Inside(JsonObject schema, double open, bool up)
    {
        var other = JsonText.NumberOrNull(schema[up ? "maximum" : "minimum"]) ?? JsonText.NumberOrNull(schema[up ? "exclusiveMaximum" : "exclusiveMinimum"]);
        return other is { } end ? open + ((end - open) / 2) : up ? open + 1 : open - 1;
    }
}
