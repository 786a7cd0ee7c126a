using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Documents;

/// <summary><c>time_zone</c> of ranges and histograms: <c>+07:00</c>, <c>Asia/Ho_Chi_Minh</c>, <c>UTC</c>.</summary>
internal static class TimeZones
{
    public static TimeZoneInfo Parse(string? text)
    {
        if (text is null or "UTC" or "Z")
            return TimeZoneInfo.Utc;
        if (text is ['+' or '-', ..] && TimeSpan.TryParseExact(text[1..], @"hh\:mm", null, out var offset) && offset <= TimeSpan.FromHours(14))
            return TimeZoneInfo.CreateCustomTimeZone(text, text[0] == '-' ? -offset : offset, text, text);
        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
            ? zone
            : throw ElasticsearchError.Argument($"failed to parse time zone [{text}]: give an offset such as [+07:00] or a name such as [Asia/Ho_Chi_Minh]");
    }
}
