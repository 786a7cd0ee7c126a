using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Elasticsearch;

public sealed class SearchTests(LogsFixture logs) : IClassFixture<LogsFixture>
{
    [Theory]
    [InlineData("""[{"@timestamp":"desc"}]""", "7 6 5 4 3 2 1 0")]
    [InlineData("""[{"@timestamp":{"order":"asc"}}]""", "0 1 2 3 4 5 6 7")]
    [InlineData("""[{"took":{"order":"desc","missing":"_last"}},"_doc"]""", "2 4 0 1 3 5 6 7")]
    [InlineData("""[{"took":{"order":"asc","missing":"_first"}},{"@timestamp":"asc"}]""", "3 5 6 7 1 0 4 2")]
    [InlineData("""["log.level.keyword",{"@timestamp":"desc"}]""", "7 2 0 3 5 4 1 6")]
    [InlineData("""[{"absent":{"order":"asc","unmapped_type":"long"}},{"@timestamp":"asc"}]""", "0 1 2 3 4 5 6 7")]
    public async Task Hits_are_sorted(string sort, string ids)
    {
        var found = await logs.Elastic.SearchAsync($$"""{"sort":{{sort}}}""");

        Assert.Equal(ids, Ids(found));
        Assert.Null((double?)found["hits"]!["max_score"]);
    }

    [Fact]
    public async Task Pages_by_search_after_hold_every_document_once()
    {
        var (seen, after) = ("", "");
        for (var page = 0; page < 4; page++)
        {
            var found = await logs.Elastic.SearchAsync($$"""{"size":3,"sort":[{"log.level.keyword":"asc"},{"@timestamp":"asc"}]{{after}}}""");
            seen += Ids(found) + " ";
            if (found["hits"]!["hits"]!.AsArray() is { Count: > 0 } hits)
                after = $", \"search_after\": {hits[^1]!["sort"]!.ToJsonString()}";
        }

        Assert.Equal("0 2 7 3 1 4 5 6", seen.Trim());
    }

    [Fact]
    public async Task From_and_size_cut_the_list()
    {
        Assert.Equal("2 3", Ids(await logs.Elastic.SearchAsync("""{"from":2,"size":2,"sort":["@timestamp"]}""")));
        Assert.Equal("", Ids(await logs.Elastic.SearchAsync("""{"from":200,"sort":["@timestamp"]}""")));
        Assert.Equal(8, (int?)(await logs.Elastic.SearchAsync("""{"size":0}"""))["hits"]!["total"]!["value"]);
    }

    [Theory]
    [InlineData("false", null)]
    [InlineData("\"service\"", """{"service":{"name":"bridge"}}""")]
    [InlineData("[\"service.name\",\"status\"]", """{"service":{"name":"bridge"},"status":503}""")]
    [InlineData("""{"includes":["s*"],"excludes":["service"]}""", """{"status":503}""")]
    [InlineData("""{"excludes":["message","log","@timestamp","service.name"]}""", """{"service":{},"status":503,"took":1.5}""")]
    public async Task Source_is_filtered(string filter, string? source)
    {
        var found = await logs.Elastic.SearchAsync($$"""{"_source": {{filter}}, "query": {"ids": {"values": ["0"]} } }""");

        Assert.Equal(source, found["hits"]!["hits"]![0]!["_source"]?.ToJsonString());
    }

    [Theory]
    [InlineData("true", 8, "eq")]
    [InlineData("3", 3, "gte")]
    [InlineData("8", 8, "eq")]
    [InlineData("false", null, null)]
    public async Task Total_is_counted_as_far_as_asked(string track, int? value, string? relation)
    {
        var total = (await logs.Elastic.SearchAsync($$"""{"track_total_hits":{{track}}}"""))["hits"]!["total"];

        Assert.Equal(value, (int?)total?["value"]);
        Assert.Equal(relation, (string?)total?["relation"]);
    }

    [Fact]
    public async Task Better_match_comes_first()
    {
        var found = await logs.Elastic.SearchAsync("""{"query":{"bool":{"should":[{"match":{"message":"connection refused closed"}}]}}}""");

        Assert.Equal("2 0", Ids(found));
        Assert.Equal(3, (double?)found["hits"]!["max_score"]);
    }

    [Fact]
    public async Task Post_filter_leaves_the_aggregations_alone()
    {
        var found = await logs.Elastic.SearchAsync("""{"post_filter":{"term":{"log.level.keyword":"warn"}},"aggs":{"all":{"value_count":{"field":"@timestamp"}}}}""");

        Assert.Equal("6", Ids(found));
        Assert.Equal(8, (int?)found["aggregations"]!["all"]!["value"]);
    }

    [Fact]
    public async Task Address_may_hold_the_search()
    {
        var found = await logs.Elastic.DoAsync(HttpMethod.Get, "/logs-*/_search?q=log.level:error&sort=@timestamp:desc&size=2&_source=message");

        Assert.Equal("7 2", Ids(found));
        Assert.Equal("""{"message":"the disk is full"}""", found["hits"]!["hits"]![0]!["_source"]!.ToJsonString());
        var (status, answer) = await logs.Elastic.SendAsync(HttpMethod.Get, "/_search?sizze=1");
        Assert.Equal(400, status);
        Assert.Contains("unrecognized parameter: [sizze]", (string?)answer!["error"]!["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_searches_fail_and_succeed_one_by_one()
    {
        var answer = await logs.Elastic.DoAsync(HttpMethod.Post, "/_msearch",
            """
            {"index":"logs-*"}
            {"query":{"match":{"message":"disk"}}}
            {"index":"none"}
            {}
            {}
            {"query":{"foo":{}}}

            """);

        var responses = answer["responses"]!.AsArray();
        Assert.Equal([200, 404, 400], responses.Select(response => (int)response!["status"]!));
        Assert.Equal("7", Ids(responses[0]!));
    }

    [Fact]
    public async Task Count_counts()
    {
        Assert.Equal(3, (int?)(await logs.Elastic.DoAsync(HttpMethod.Post, "/logs-*/_count", """{"query":{"term":{"log.level.keyword":"error"}}}"""))["count"]);
        Assert.Equal(8, (int?)(await logs.Elastic.DoAsync(HttpMethod.Get, "/_count"))["count"]);
    }

    private static string Ids(JsonNode found) => string.Join(' ', found["hits"]!["hits"]!.AsArray().Select(hit => (string?)hit!["_id"]));
}
