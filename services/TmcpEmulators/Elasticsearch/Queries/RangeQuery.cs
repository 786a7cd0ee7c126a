using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Queries;

/// <summary><c>range</c>, of dates with date math.</summary>
internal sealed class RangeQuery(string path, JsonObject bounds, long now) : Query
{
    private static readonly string[] Ends = ["gt", "gte", "lt", "lte"];

    public override (long From, long To) Times
    {
        get
        {
            if (path != "@timestamp")
                return base.Times;
            var (from, to) = Dates();
            return (from, to);
        }
    }

    public static RangeQuery Parse(string path, JsonObject body, long now)
    {
        body.Allow("range", "gt", "gte", "lt", "lte", "format", "time_zone", "boost", "relation");
        if (body["format"]?.Text("format") is { } format && !format.Split("||").All(one => one is "strict_date_optional_time" or "epoch_millis" or "date_optional_time" or "strict_date_optional_time_nanos"))
            throw ElasticsearchError.Unsupported($"[format: {format}] of [range]");
        return new RangeQuery(path, body, now) { Boost = body["boost"]?.GetValue<double>() ?? 1 };
    }

    public override Matcher Bind(SearchIndex index)
    {
        if (index.Fields.Find(path) is not { } field)
            return _ => No;
        if (field.Type == FieldType.Date)
        {
            var (from, to) = Dates();
            return path == "@timestamp"
                ? Test(document => document.Time != long.MinValue && document.Time >= from && document.Time <= to)
                : Test(document => document.ValuesOf(field).Any(value => (long)value >= from && (long)value <= to));
        }

        if (field.Type is FieldType.Long or FieldType.Double)
            return Test(document => document.ValuesOf(field).Any(value => FitsNumber(ExactValue.Number(value)!.Value)));
        return Test(document => document.ValuesOf(field).Any(value => FitsText(ExactValue.Text(value))));
    }

    private (long From, long To) Dates()
    {
        var zone = TimeZones.Parse(bounds["time_zone"]?.Text("time_zone"));
        var (from, to) = (long.MinValue, long.MaxValue);
        foreach (var end in Ends.Where(end => bounds[end] is not null))
        {
            // gt and lte reach to the end of a rounded unit, gte and lt to its beginning.
            var value = DateMath.Parse(bounds[end].Text(end), now, up: end is "gt" or "lte", zone);
            if (end[0] == 'g')
                from = Math.Max(from, end == "gt" ? value + 1 : value);
            else
                to = Math.Min(to, end == "lt" ? value - 1 : value);
        }

        return (from, to);
    }

    private bool FitsNumber(double value)
    {
        foreach (var end in Ends)
        {
            if (bounds[end] is { } bound && !Fits(end, value.CompareTo(Number(bound))))
                return false;
        }

        return true;
    }

    private bool FitsText(string value) => Ends.All(end => bounds[end] is not { } bound || Fits(end, string.CompareOrdinal(value, bound.ToString())));

    private static bool Fits(string end, int order) => end switch { "gt" => order > 0, "gte" => order >= 0, "lt" => order < 0, _ => order <= 0 };

    private double Number(JsonNode bound) => double.TryParse(bound.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ElasticsearchError(400, "query_shard_exception", $"failed to create query: For input string: \"{bound}\" (field [{path}])");
}
