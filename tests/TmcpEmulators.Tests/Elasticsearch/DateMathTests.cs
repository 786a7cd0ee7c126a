using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Tests.Elasticsearch;

public sealed class DateMathTests
{
    private const string Now = "2026-03-15T10:20:30.400Z";

    [Theory]
    [InlineData("now", false, "2026-03-15T10:20:30.400Z")]
    [InlineData("now-15m", false, "2026-03-15T10:05:30.400Z")]
    [InlineData("now+1d-2h", false, "2026-03-16T08:20:30.400Z")]
    [InlineData("now/d", false, "2026-03-15T00:00:00.000Z")]
    [InlineData("now/d", true, "2026-03-15T23:59:59.999Z")]
    [InlineData("now/w", false, "2026-03-09T00:00:00.000Z")]
    [InlineData("now-1M/M", false, "2026-02-01T00:00:00.000Z")]
    [InlineData("now/y", true, "2026-12-31T23:59:59.999Z")]
    [InlineData("2026-01-31||+1M", false, "2026-02-28T00:00:00.000Z")]
    [InlineData("2026-01", false, "2026-01-01T00:00:00.000Z")]
    [InlineData("2026-01", true, "2026-01-31T23:59:59.999Z")]
    [InlineData("2026-01-01T00:00:00.123456789Z", false, "2026-01-01T00:00:00.123Z")]
    [InlineData("2026-01-01T07:00:00+07:00", false, "2026-01-01T00:00:00.000Z")]
    [InlineData("1767225600000", false, "2026-01-01T00:00:00.000Z")]
    public void Expression_means(string text, bool up, string expected) =>
        Assert.Equal(expected, DateText.Format(DateMath.Parse(text, DateText.Parse(Now)!.Value, up)));

    [Theory]
    [InlineData("now-")]
    [InlineData("now-1")]
    [InlineData("now*2d")]
    [InlineData("now+99999999y")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("")]
    public void Nonsense_is_refused(string text) => Assert.Throws<ElasticsearchError>(() => DateMath.Parse(text, 0, up: false));

    [Theory]
    [InlineData("2026-03-28T00:00:00Z", 'd', "2026-03-27T23:00:00.000Z")]
    [InlineData("2026-03-29T12:00:00Z", 'd', "2026-03-28T23:00:00.000Z")]
    public void Day_of_a_zone_begins_at_its_own_midnight(string time, char unit, string expected) =>
        Assert.Equal(expected, DateText.Format(DateMath.Floor(DateText.Parse(time)!.Value, unit, TimeZones.Parse("Europe/Berlin"))));

    [Theory]
    [InlineData("Connection refused by 10.0.0.7:8090", "connection refused by 10.0.0.7 8090")]
    [InlineData("don't-stop at user_id=5", "don't stop at user_id 5")]
    [InlineData("Lỗi kết nối", "lỗi kết nối")]
    [InlineData("a.b 1.5 x.1", "a.b 1.5 x 1")]
    [InlineData("  ... ", "")]
    public void Text_has_words(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', Words.Of(text)));
        Assert.All(Words.Of(text), word => Assert.True(Words.Contains(text, word), word));
    }

    [Theory]
    [InlineData("unrefused refused!", "refused", true)]
    [InlineData("unrefused", "refused", false)]
    [InlineData("10.0.0.71", "10.0.0.7", false)]
    public void Word_is_found_only_whole(string text, string word, bool found) => Assert.Equal(found, Words.Contains(text, word));
}
