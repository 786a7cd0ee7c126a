namespace TmcpEmulators.Tests.Elasticsearch;

public sealed class QueryTests(LogsFixture logs) : IClassFixture<LogsFixture>
{
    [Theory]
    [InlineData("""{"match_all":{}}""", "0 1 2 3 4 5 6 7")]
    [InlineData("""{"match_none":{}}""", "")]
    [InlineData("""{"match":{"message":"connection refused"}}""", "0 2")]
    [InlineData("""{"match":{"message":{"query":"CONNECTION refused","operator":"and"}}}""", "0 2")]
    [InlineData("""{"match":{"message":{"query":"connection disk closed","minimum_should_match":2}}}""", "2")]
    [InlineData("""{"match":{"message":"refuse"}}""", "")]
    [InlineData("""{"match":{"status":200}}""", "1 4")]
    [InlineData("""{"match_phrase":{"message":"connection refused"}}""", "0")]
    [InlineData("""{"match_phrase":{"message":{"query":"refused connection","slop":2}}}""", "2")]
    [InlineData("""{"match_phrase_prefix":{"message":"happy ne"}}""", "5")]
    [InlineData("""{"multi_match":{"query":"bridge","fields":["message","service.name^3"]}}""", "0 1")]
    [InlineData("""{"term":{"service.name.keyword":"agent"}}""", "2 3")]
    [InlineData("""{"term":{"service.name":{"value":"agent"}}}""", "2 3")]
    [InlineData("""{"term":{"message":"Connection"}}""", "")]
    [InlineData("""{"term":{"service.name.keyword":{"value":"AGENT","case_insensitive":true}}}""", "2 3")]
    [InlineData("""{"term":{"ok":true}}""", "4")]
    [InlineData("""{"term":{"tags":"oom"}}""", "3")]
    [InlineData("""{"term":{"nothing":"x"}}""", "")]
    [InlineData("""{"terms":{"log.level.keyword":["fatal","warn"]}}""", "3 6")]
    [InlineData("""{"ids":{"values":["1","7","99"]}}""", "1 7")]
    [InlineData("""{"exists":{"field":"kubernetes"}}""", "6 7")]
    [InlineData("""{"exists":{"field":"ok"}}""", "4 5")]
    [InlineData("""{"prefix":{"service.name.keyword":"ga"}}""", "4 5")]
    [InlineData("""{"wildcard":{"kubernetes.pod_name.keyword":{"value":"p*-?"}}}""", "6 7")]
    [InlineData("""{"wildcard":{"message":"refus*"}}""", "0 2")]
    [InlineData("""{"range":{"status":{"gte":500,"lt":503}}}""", "2")]
    [InlineData("""{"range":{"took":{"gt":0.25,"lte":3}}}""", "0 4")]
    [InlineData("""{"range":{"@timestamp":{"gte":"2025-12-31T23:00:00Z","lt":"2025-12-31T23:59:59.999Z"}}}""", "2 3")]
    [InlineData("""{"range":{"@timestamp":{"gte":"now-1h","lte":"now"}}}""", "2 3 4 5")]
    [InlineData("""{"range":{"@timestamp":{"gte":"now/d"}}}""", "5 6 7")]
    [InlineData("""{"range":{"@timestamp":{"lt":"now/d"}}}""", "0 1 2 3 4")]
    [InlineData("""{"range":{"@timestamp":{"lte":"2025-12-31||/d"}}}""", "0 1 2 3 4")]
    [InlineData("""{"range":{"@timestamp":{"gte":"2026-01-01T07:00:00","time_zone":"+07:00","lt":"2026-01-01T07:05:00"}}}""", "5")]
    [InlineData("""{"range":{"@timestamp":{"gt":"2025-12-31"}}}""", "5 6 7")]
    [InlineData("""{"bool":{"filter":[{"term":{"log.level.keyword":"error"}}],"must_not":{"exists":{"field":"kubernetes"}}}}""", "0 2")]
    [InlineData("""{"bool":{"should":[{"match":{"message":"disk"}},{"match":{"message":"memory"}}]}}""", "3 7")]
    [InlineData("""{"bool":{"must":{"match":{"message":"connection"}},"should":{"match":{"message":"closed"}}}}""", "0 2")]
    [InlineData("""{"bool":{"should":[{"term":{"status":200}},{"term":{"ok":true}}],"minimum_should_match":2}}""", "4")]
    [InlineData("""{"bool":{}}""", "0 1 2 3 4 5 6 7")]
    [InlineData("""{"constant_score":{"filter":{"term":{"status":503}}}}""", "0")]
    [InlineData("""{"query_string":{"query":"service.name:bridge AND status:>=500"}}""", "0")]
    [InlineData("""{"query_string":{"query":"refused OR \"new year\""}}""", "0 2 5")]
    [InlineData("""{"query_string":{"query":"log.level:error AND NOT (refused OR nothing)"}}""", "7")]
    [InlineData("""{"query_string":{"query":"status:[200 TO 502} AND message:answered"}}""", "1 4")]
    [InlineData("""{"query_string":{"query":"memor*","default_field":"message"}}""", "3")]
    [InlineData("""{"query_string":{"query":"_exists_:tags"}}""", "3")]
    [InlineData("""{"query_string":{"query":"*"}}""", "0 1 2 3 4 5 6 7")]
    [InlineData("""{"simple_query_string":{"query":"\"connection refused\" | disk","fields":["message"]}}""", "0 7")]
    [InlineData("""{"simple_query_string":{"query":"connection -closed","fields":["message"],"default_operator":"and"}}""", "0")]
    [InlineData("""{"simple_query_string":{"query":"((( \" broken","fields":["message"]}}""", "")]
    public async Task Query_finds(string query, string ids) => Assert.Equal(ids, await logs.Elastic.FindAsync(query));

    [Theory]
    [InlineData("logs-2026*", "5 6 7")]
    [InlineData("logs-2025.12.31", "0 1 2 3 4")]
    [InlineData("logs-*,-logs-2025*", "5 6 7")]
    [InlineData("_all", "0 1 2 3 4 5 6 7")]
    [InlineData("none-*", "")]
    public async Task Index_expression_chooses(string index, string ids) => Assert.Equal(ids, await logs.Elastic.FindAsync("""{"match_all":{}}""", index));

    [Theory]
    [InlineData("""{"query":{"fuzzy":{"message":"x"}}}""", "parsing_exception", "unknown query [fuzzy]")]
    [InlineData("""{"query":{"match":{"a":"x"},"term":{"b":"y"}}}""", "parsing_exception", "malformed query")]
    [InlineData("""{"query":{"bool":{"musst":[]}}}""", "parsing_exception", "[musst]")]
    [InlineData("""{"query":{"range":{"@timestamp":{"gte":"not a date"}}}}""", "parse_exception", "[not a date]")]
    [InlineData("""{"query":{"range":{"@timestamp":{"gte":"now-1x"}}}}""", "parse_exception", "[now-1x]")]
    [InlineData("""{"query":{"term":{"status":"abc"}}}""", "search_phase_execution_exception", "all shards failed")]
    [InlineData("""{"sort":["message"]}""", "search_phase_execution_exception", "all shards failed")]
    [InlineData("""{"sort":["unknown"]}""", "search_phase_execution_exception", "all shards failed")]
    [InlineData("""{"aggs":{"a":{"percentiles":{"field":"took"}}}}""", "parsing_exception", "Unknown aggregation type [percentiles]")]
    [InlineData("""{"aggs":{"a":{"terms":{"field":"message"}}}}""", "search_phase_execution_exception", "all shards failed")]
    [InlineData("""{"highlight":{}}""", "parsing_exception", "[highlight]")]
    [InlineData("""{"from":9000,"size":2000}""", "illegal_argument_exception", "Result window is too large")]
    [InlineData("""{"size":-1}""", "illegal_argument_exception", "[size]")]
    [InlineData("""{"search_after":[1]}""", "illegal_argument_exception", "Sort must contain at least one field")]
    [InlineData("""{"query":{"script":{}}}""", "parsing_exception", "unknown query [script]")]
    [InlineData("{bad", "x_content_parse_exception", "'b' is an invalid start")]
    public async Task Unsupported_part_gets_the_real_error_and_its_name(string body, string type, string reason)
    {
        var (status, answer) = await logs.Elastic.SendAsync(HttpMethod.Post, "/logs-*/_search", body);

        Assert.Equal(400, status);
        Assert.Equal(400, (int?)answer!["status"]);
        Assert.Equal(type, (string?)answer["error"]!["type"]);
        Assert.Contains(reason, (string?)answer["error"]!["reason"], StringComparison.Ordinal);
        Assert.NotEmpty((string)answer["error"]!["root_cause"]![0]!["type"]!);
    }
}
