using System.Globalization;
using System.Text.Json;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Intake.Formats;

/// <summary>Reads fields of a body that anybody may have sent. Every text is cut to a bound.</summary>
internal static class JsonReading
{
    public const int MaxText = 4_000;
    private const int MaxLabels = 64;
    private const int MaxLabelName = 200;
    private const int MaxLabelValue = 1_000;

    // The farthest that a reported time may be off; beyond it the reporter's clock is broken and our own is better.
    private static readonly TimeSpan _farthest = TimeSpan.FromDays(30);

    /// <summary>A text; numbers and booleans as they stand. Null when absent or null.</summary>
    /// <exception cref="BodyException">It is an object, an array or no valid text.</exception>
    public static string? Text(this JsonElement owner, string name, int most = MaxText)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => Texts.Cut(Decode(value, name), most),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Texts.Cut(value.GetRawText(), most),
            _ => throw new BodyException($"Field '{name}' is {Describe(value)}, not a text. Send it as a string."),
        };
    }

    /// <summary>The first of several fields that is there and not blank.</summary>
    public static string? FirstText(this JsonElement owner, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (owner.Text(name) is { } text && !string.IsNullOrWhiteSpace(text))
                return text;
        }

        return null;
    }

    /// <summary>An object, or null when absent or null.</summary>
    /// <exception cref="BodyException">It is something else.</exception>
    public static JsonElement? Object(this JsonElement owner, string name)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Object
            ? value
            : throw new BodyException($"Field '{name}' is {Describe(value)}, not an object. Send name and value pairs.");
    }

    /// <summary>Names and texts; empty when absent.</summary>
    /// <exception cref="BodyException">One of the values is no text, or there are too many.</exception>
    public static Dictionary<string, string> Labels(this JsonElement owner, string name)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (owner.Object(name) is not { } pairs)
            return labels;
        foreach (var pair in pairs.EnumerateObject())
        {
            if (labels.Count == MaxLabels)
                throw new BodyException($"Field '{name}' has more than {MaxLabels} entries. Send fewer labels.");
            if (pairs.Text(pair.Name, MaxLabelValue) is { } value)
                labels[Texts.Cut(pair.Name, MaxLabelName)] = value;
        }

        return labels;
    }

    /// <summary>A time in ISO 8601 or in Unix seconds or milliseconds; <paramref name="otherwise"/> when absent, unreadable or absurd.</summary>
    public static DateTimeOffset Time(this JsonElement owner, string name, DateTimeOffset otherwise)
    {
        if (owner.Text(name) is not { } text)
            return otherwise;
        DateTimeOffset at;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e14)
            at = DateTimeOffset.FromUnixTimeMilliseconds((long)(Math.Abs(number) < 1e11 ? number * 1000 : number));
        else if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at))
            return otherwise;
        return (at - otherwise).Duration() > _farthest ? otherwise : at.ToUniversalTime();
    }

    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    // "\ud800" is valid JSON and no text.
    private static string Decode(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new BodyException($"Field '{Texts.Cut(name, 60)}' holds half a surrogate pair, which is no text. Send valid Unicode.");
        }
    }
}
