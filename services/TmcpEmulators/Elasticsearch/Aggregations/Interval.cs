using System.Globalization;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Aggregations;

/// <summary>The width of a histogram's buckets: so many milliseconds, or a unit of the calendar.</summary>
internal sealed record Interval(long Milliseconds, char Unit, TimeZoneInfo Zone)
{
    public static Interval Fixed(string text, TimeZoneInfo zone)
    {
        var digits = text.TrimEnd("msdh".ToCharArray());
        var unit = text[digits.Length..] switch { "ms" => 1L, "s" => 1000, "m" => 60_000, "h" => 3_600_000, "d" => 86_400_000, _ => 0 };
        return unit > 0 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1_000_000_000
            ? new Interval(unit * count, ' ', zone)
            : throw ElasticsearchError.Argument($"failed to parse setting [date_histogram.fixedInterval] with value [{text}] as a time value: unit is missing or unrecognized");
    }

    public static Interval Calendar(string text, TimeZoneInfo zone)
    {
        var unit = text switch
        {
            "second" or "1s" => 's',
            "minute" or "1m" => 'm',
            "hour" or "1h" => 'h',
            "day" or "1d" => 'd',
            "week" or "1w" => 'w',
            "month" or "1M" => 'M',
            "quarter" or "1q" => 'q',
            "year" or "1y" => 'y',
            _ => throw ElasticsearchError.Argument($"The supplied interval [{text}] could not be parsed as a calendar interval."),
        };
        return new Interval(0, unit, zone);
    }

    public long Floor(long time)
    {
        if (Unit != ' ')
            return DateMath.Floor(time, Unit, Zone);
        var offset = (long)Zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(time)).TotalMilliseconds;
        var local = time + offset;
        return local - (((local % Milliseconds) + Milliseconds) % Milliseconds) - offset;
    }

    public long Next(long start) => Unit == ' ' ? start + Milliseconds : DateMath.Add(start, 1, Unit, Zone);
}
