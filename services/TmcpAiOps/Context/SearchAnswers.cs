using System.Globalization;
using System.Text.Json;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Context;

/// <summary>Reads what Elasticsearch answers; a part of a wrong shape counts as absent.</summary>
internal static class SearchAnswers
{
    /// <summary>The lines found, oldest first.</summary>
    public static IReadOnlyList<ContextLine> Lines(JsonElement answer, string service, int characters)
    {
        var lines = new List<ContextLine>();
        foreach (var hit in Hits(answer))
        {
            if (!hit.TryGetProperty("_source", out var source) || Text(source, "message") is not { Length: > 0 } text)
                continue;
            lines.Add(new ContextLine(
                Time(source), Text(source, "service", "name") ?? service, Text(source, "log", "level") ?? Text(source, "log.level") ?? "",
                Texts.Cut(text.ReplaceLineEndings(" ").Trim(), characters)));
        }

        lines.Reverse();
        return lines;
    }

    public static DateTimeOffset? FirstTime(JsonElement answer)
    {
        foreach (var hit in Hits(answer))
        {
            if (hit.TryGetProperty("_source", out var source) && Time(source) is var at && at != default)
                return at;
        }

        return null;
    }

    public static IReadOnlyList<ErrorCount> Counts(JsonElement answer)
    {
        if (Property(answer, "aggregations", "minutes", "buckets") is not { ValueKind: JsonValueKind.Array } buckets)
            return [];
        return [.. buckets.EnumerateArray()
            .Where(bucket => bucket.ValueKind == JsonValueKind.Object)
            .Select(bucket => (At: Number(bucket, "key"), Count: Number(bucket, "doc_count")))
            .Where(bucket => bucket is { At: > 0, Count: > 0 })
            .Select(bucket => new ErrorCount(DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(bucket.At, 253_402_300_799_000)), (int)Math.Min(bucket.Count, int.MaxValue)))];
    }

    private static JsonElement.ArrayEnumerator Hits(JsonElement answer) =>
        Property(answer, "hits", "hits") is { ValueKind: JsonValueKind.Array } hits ? hits.EnumerateArray() : default;

    private static long Number(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) < 1e18
            ? (long)number : 0;

    private static DateTimeOffset Time(JsonElement source) =>
        DateTimeOffset.TryParse(Text(source, "@timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default;

    private static string? Text(JsonElement owner, params ReadOnlySpan<string> path)
    {
        if (Property(owner, path) is not { ValueKind: JsonValueKind.String } value)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair
        }
    }

    private static JsonElement? Property(JsonElement owner, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out owner))
                return null;
        }

        return owner;
    }
}
