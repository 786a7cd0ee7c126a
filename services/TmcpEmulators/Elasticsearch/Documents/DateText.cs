using System.Globalization;

namespace TmcpEmulators.Elasticsearch.Documents;

/// <summary>Dates in the forms of <c>strict_date_optional_time</c> and <c>epoch_millis</c>.</summary>
internal static class DateText
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HHK", "yyyy-MM-dd", "yyyy-MM", "yyyy",
    ];

    /// <summary>Milliseconds since 1970, or null.</summary>
    public static long? Parse(string text, TimeZoneInfo? zone = null)
    {
        // 1767225600000, or a date with up to nine digits of a second: 2026-01-01T00:00:00.123456789Z
        if (text.Length > 4 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
            return milliseconds;
        if (!DateTime.TryParseExact(CutFraction(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date))
            return null;
        var utc = date.Kind switch
        {
            DateTimeKind.Utc => date,
            DateTimeKind.Local => date.ToUniversalTime(),
            _ => zone is null ? DateTime.SpecifyKind(date, DateTimeKind.Utc) : TimeZoneInfo.ConvertTimeToUtc(date, zone),
        };
        return new DateTimeOffset(utc).ToUnixTimeMilliseconds();
    }

    /// <summary>Whether dynamic mapping takes a string for a date.</summary>
    public static bool LooksLikeDate(string text) => text.Length is >= 10 and <= 40 && text[4] == '-' && Parse(text) is not null;

    public static string Format(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string CutFraction(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return text;
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - dot - 1 > 7 ? string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end)) : text;
    }
}
