using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Elasticsearch;

public sealed class AggregationTests(LogsFixture logs) : IClassFixture<LogsFixture>
{
    [Theory]
    [InlineData("""{"terms":{"field":"log.level.keyword"}}""", "error=3 info=3 fatal=1 warn=1")]
    [InlineData("""{"terms":{"field":"log.level.keyword","size":1}}""", "error=3")]
    [InlineData("""{"terms":{"field":"log.level.keyword","order":{"_key":"desc"}}}""", "warn=1 info=3 fatal=1 error=3")]
    [InlineData("""{"terms":{"field":"log.level.keyword","min_doc_count":2}}""", "error=3 info=3")]
    [InlineData("""{"terms":{"field":"service.name.keyword","missing":"none"}}""", "agent=2 bridge=2 gateway=2 none=1 pocketbase=1")]
    [InlineData("""{"terms":{"field":"log.level.keyword","include":"e.*|fat.."}}""", "error=3 fatal=1")]
    [InlineData("""{"terms":{"field":"log.level.keyword","exclude":["error"]}}""", "info=3 fatal=1 warn=1")]
    [InlineData("""{"terms":{"field":"status"}}""", "200=2 502=1 503=1")]
    [InlineData("""{"terms":{"field":"ok"}}""", "0=1 1=1")]
    [InlineData("""{"terms":{"field":"tags.keyword"}}""", "kernel=1 oom=1")]
    [InlineData("""{"terms":{"field":"unknown"}}""", "")]
    [InlineData("""{"terms":{"field":"service.name.keyword","order":{"slow":"desc"}},"aggs":{"slow":{"max":{"field":"took"}}}}""", "agent=2 gateway=2 bridge=2 pocketbase=1")]
    [InlineData("""{"date_histogram":{"field":"@timestamp","fixed_interval":"1h"}}""", "1767218400000=2 1767222000000=3 1767225600000=3")]
    [InlineData("""{"date_histogram":{"field":"@timestamp","fixed_interval":"30m"}}""", "1767218400000=2 1767220200000=0 1767222000000=1 1767223800000=2 1767225600000=3")]
    [InlineData("""{"date_histogram":{"field":"@timestamp","fixed_interval":"30m","min_doc_count":1,"order":{"_key":"desc"}}}""", "1767225600000=3 1767223800000=2 1767222000000=1 1767218400000=2")]
    [InlineData("""{"date_histogram":{"field":"@timestamp","calendar_interval":"day"}}""", "1767139200000=5 1767225600000=3")]
    [InlineData("""{"date_histogram":{"field":"@timestamp","calendar_interval":"1d","time_zone":"+07:00"}}""", "1767200400000=8")]
    [InlineData("""{"date_histogram":{"field":"@timestamp","calendar_interval":"year"}}""", "1735689600000=5 1767225600000=3")]
    [InlineData("""{"date_histogram":{"field":"@timestamp","calendar_interval":"hour","extended_bounds":{"min":"now-3h","max":"now+1h"}}}""", "1767214800000=0 1767218400000=2 1767222000000=3 1767225600000=3 1767229200000=0")]
    public async Task Buckets_are(string aggregation, string buckets)
    {
        var result = await AggregateAsync(aggregation);

        Assert.Equal(buckets, string.Join(' ', result["buckets"]!.AsArray().Select(bucket => $"{bucket!["key"]}={bucket["doc_count"]}")));
    }

    [Theory]
    [InlineData("""{"min":{"field":"took"}}""", """{"value":0.25}""")]
    [InlineData("""{"max":{"field":"took"}}""", """{"value":9.0}""")]
    [InlineData("""{"avg":{"field":"status"}}""", """{"value":351.25}""")]
    [InlineData("""{"sum":{"field":"took"}}""", """{"value":13.75}""")]
    [InlineData("""{"avg":{"field":"unknown"}}""", """{"value":null}""")]
    [InlineData("""{"value_count":{"field":"tags.keyword"}}""", """{"value":2}""")]
    [InlineData("""{"cardinality":{"field":"service.name.keyword"}}""", """{"value":4}""")]
    [InlineData("""{"stats":{"field":"took"}}""", """{"count":4,"min":0.25,"max":9.0,"avg":3.4375,"sum":13.75}""")]
    [InlineData("""{"max":{"field":"@timestamp"}}""", """{"value":1767226200000.0,"value_as_string":"2026-01-01T00:10:00.000Z"}""")]
    [InlineData("""{"filter":{"term":{"status":200}},"aggs":{"t":{"sum":{"field":"took"}}}}""", """{"doc_count":2,"t":{"value":3.25}}""")]
    [InlineData("""{"missing":{"field":"service.name.keyword"}}""", """{"doc_count":1}""")]
    [InlineData("""{"filters":{"filters":{"bad":{"range":{"status":{"gte":500}}},"good":{"term":{"status":200}}},"other_bucket_key":"rest"}}""", """{"buckets":{"bad":{"doc_count":2},"good":{"doc_count":2},"rest":{"doc_count":4}}}""")]
    [InlineData("""{"filters":{"filters":[{"match":{"message":"disk"}}]}}""", """{"buckets":[{"doc_count":1}]}""")]
    public async Task Result_is(string aggregation, string result) => Assert.Equal(result, (await AggregateAsync(aggregation)).ToJsonString());

    [Fact]
    public async Task Buckets_hold_buckets_and_their_newest_lines()
    {
        var result = await AggregateAsync(
            """{"terms":{"field":"service.name.keyword","size":2},"aggs":{"levels":{"terms":{"field":"log.level.keyword"},"aggs":{"newest":{"top_hits":{"size":1,"sort":[{"@timestamp":"desc"}],"_source":["message"]}}}}}}""");

        var agent = result["buckets"]![0]!;
        Assert.Equal("agent", (string?)agent["key"]);
        Assert.Equal(4, (int?)result["sum_other_doc_count"] + 1);
        var error = agent["levels"]!["buckets"]!.AsArray().Single(bucket => (string?)bucket!["key"] == "error")!;
        Assert.Equal("""{"message":"refused: the connection was closed"}""", error["newest"]!["hits"]!["hits"]![0]!["_source"]!.ToJsonString());
    }

    [Fact]
    public async Task Histogram_with_too_many_buckets_is_refused()
    {
        var (status, answer) = await logs.Elastic.SendAsync(
            HttpMethod.Post, "/logs-*/_search", """{"size":0,"aggs":{"a":{"date_histogram":{"field":"@timestamp","fixed_interval":"1ms"}}}}""");

        Assert.Equal(400, status);
        Assert.Equal("too_many_buckets_exception", (string?)answer!["error"]!["type"]);
    }

    private async Task<JsonNode> AggregateAsync(string aggregation) =>
        (await logs.Elastic.SearchAsync($$$"""{"size":0,"aggs":{"it":{{{aggregation}}}}}"""))["aggregations"]!["it"]!;
}
