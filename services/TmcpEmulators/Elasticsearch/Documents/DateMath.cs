using System.Globalization;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Documents;

/// <summary><c>now-15m/m</c>, <c>2026-01-01||+1d/d</c>, or a plain date.</summary>
internal static class DateMath
{
    /// <summary>Unix milliseconds. Rounding goes to the end of the unit when <paramref name="up"/>, as Elasticsearch does for <c>lte</c> and <c>gt</c>.</summary>
    public static long Parse(string text, long now, bool up, TimeZoneInfo? zone = null)
    {
        var (start, math) = text.StartsWith("now", StringComparison.Ordinal)
            ? (now, text[3..])
            : text.IndexOf("||", StringComparison.Ordinal) is >= 0 and var bar
                ? (Date(text[..bar], zone), text[(bar + 2)..])
                : (up ? End(text, zone) : Date(text, zone), "");
        var at = 0;
        while (at < math.Length)
            start = Step(text, start, math, ref at, up, zone ?? TimeZoneInfo.Utc);
        return start;
    }

    /// <summary>Start of the unit that the instant lies in.</summary>
    public static long Floor(long milliseconds, char unit, TimeZoneInfo zone)
    {
        var local = Local(milliseconds, zone);
        var floor = unit switch
        {
            'y' => new DateTime(local.Year, 1, 1),
            'q' => new DateTime(local.Year, ((local.Month - 1) / 3 * 3) + 1, 1),
            'M' => new DateTime(local.Year, local.Month, 1),
            'w' => local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)),
            'd' => local.Date,
            'h' or 'H' => local.Date.AddHours(local.Hour),
            'm' => local.Date.AddMinutes((local.Hour * 60) + local.Minute),
            _ => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond)),
        };
        return FromLocal(floor, zone);
    }

    public static long Add(long milliseconds, long count, char unit, TimeZoneInfo zone)
    {
        var local = Local(milliseconds, zone);
        return FromLocal(
            unit switch
            {
                'y' => local.AddYears((int)count),
                'q' => local.AddMonths((int)count * 3),
                'M' => local.AddMonths((int)count),
                'w' => local.AddDays(7.0 * count),
                'd' => local.AddDays(count),
                'h' or 'H' => local.AddHours(count),
                'm' => local.AddMinutes(count),
                _ => local.AddSeconds(count),
            },
            zone);
    }

    private static long Step(string text, long value, string math, ref int at, bool up, TimeZoneInfo zone)
    {
        var operation = math[at++];
        var digits = at;
        while (at < math.Length && char.IsAsciiDigit(math[at]))
            at++;
        var count = digits == at ? 1 : int.Parse(math.AsSpan(digits, Math.Min(9, at - digits)), CultureInfo.InvariantCulture);
        if (at >= math.Length || !"yMwdhHms".Contains(math[at], StringComparison.Ordinal) || operation is not ('+' or '-' or '/'))
            throw Failed(text);
        var unit = math[at++];
        try
        {
            if (operation != '/')
                return Add(value, operation == '+' ? count : -count, unit, zone);
            var floor = Floor(value, unit, zone);
            return up ? Add(floor, 1, unit, zone) - 1 : floor;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Failed(text);
        }
    }

    private static long Date(string text, TimeZoneInfo? zone) => DateText.Parse(text, zone) ?? throw Failed(text);

    // "2026-01" as an upper end means the month's last millisecond.
    private static long End(string text, TimeZoneInfo? zone)
    {
        var start = Date(text, zone);
        var unit = text.Length switch { 4 => 'y', 7 => 'M', 10 when text[4] == '-' => 'd', _ => ' ' };
        return unit == ' ' || !char.IsAsciiDigit(text[^1]) ? start : Add(start, 1, unit, zone ?? TimeZoneInfo.Utc) - 1;
    }

    private static DateTime Local(long milliseconds, TimeZoneInfo zone) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime, zone), DateTimeKind.Unspecified);

    private static long FromLocal(DateTime local, TimeZoneInfo zone)
    {
        // An hour that a zone skips in spring begins where it ends.
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone)).ToUnixTimeMilliseconds();
    }

    private static ElasticsearchError Failed(string text) => new(
        400, "parse_exception", $"failed to parse date field [{text}] with format [strict_date_optional_time||epoch_millis]");
}
