namespace TmcpEmulators.Tests.Elasticsearch;

public sealed class DocumentTests
{
    [Fact]
    public async Task Document_is_made_read_changed_and_deleted()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();

        Assert.Equal("created", (string?)(await elastic.DoAsync(HttpMethod.Put, "/things/_doc/1", """{"a":1,"b":{"c":2}}"""))["result"]);
        Assert.Equal(2, (int?)(await elastic.DoAsync(HttpMethod.Post, "/things/_update/1", """{"doc":{"b":{"d":3}}}"""))["_version"]);
        Assert.Equal("noop", (string?)(await elastic.DoAsync(HttpMethod.Post, "/things/_update/1", """{"doc":{"a":1}}"""))["result"]);
        Assert.Equal("""{"a":1,"b":{"c":2,"d":3}}""", (await elastic.DoAsync(HttpMethod.Get, "/things/_doc/1"))["_source"]!.ToJsonString());
        Assert.Equal("""{"a":1}""", (await elastic.DoAsync(HttpMethod.Get, "/things/_source/1?_source_includes=a")).ToJsonString());
        Assert.Equal("deleted", (string?)(await elastic.DoAsync(HttpMethod.Delete, "/things/_doc/1"))["result"]);
        Assert.Equal(404, (await elastic.SendAsync(HttpMethod.Get, "/things/_doc/1")).Status);
        Assert.Equal(404, (await elastic.SendAsync(HttpMethod.Delete, "/things/_doc/1")).Status);
        Assert.Equal(404, (await elastic.SendAsync(HttpMethod.Post, "/things/_update/1", """{"doc":{"a":1}}""")).Status);
        Assert.Equal("created", (string?)(await elastic.DoAsync(HttpMethod.Post, "/things/_update/1", """{"doc":{"a":1},"doc_as_upsert":true}"""))["result"]);
        Assert.Equal(20, ((string)(await elastic.DoAsync(HttpMethod.Post, "/things/_doc", "{}"))["_id"]!).Length);
    }

    [Fact]
    public async Task Second_creation_and_an_old_version_conflict()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();
        var sequence = (int?)(await elastic.DoAsync(HttpMethod.Put, "/things/_create/1", """{"a":1}"""))["_seq_no"];

        Assert.Equal(409, (await elastic.SendAsync(HttpMethod.Put, "/things/_create/1", """{"a":2}""")).Status);
        Assert.Equal(409, (await elastic.SendAsync(HttpMethod.Put, "/things/_doc/1?op_type=create", """{"a":2}""")).Status);
        Assert.Equal(200, (await elastic.SendAsync(HttpMethod.Put, $"/things/_doc/1?if_seq_no={sequence}&if_primary_term=1", """{"a":3}""")).Status);
        var (status, answer) = await elastic.SendAsync(HttpMethod.Put, $"/things/_doc/1?if_seq_no={sequence}&if_primary_term=1", """{"a":4}""");
        Assert.Equal(409, status);
        Assert.Equal("version_conflict_engine_exception", (string?)answer!["error"]!["type"]);
    }

    [Fact]
    public async Task Bulk_actions_succeed_and_fail_one_by_one()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();

        var answer = await elastic.BulkAsync(
            """{"index":{"_index":"a","_id":"1"}}""", """{"n":1}""",
            """{"create":{"_index":"a","_id":"1"}}""", """{"n":2}""",
            """{"index":{"_index":"a","_id":"2"}}""", """{"n":"text"}""",
            """{"index":{"_index":"BAD"}}""", """{"n":3}""",
            """{"update":{"_index":"a","_id":"1"}}""", """{"doc":{"m":5}}""",
            """{"delete":{"_index":"a","_id":"9"}}""");

        Assert.True((bool)answer["errors"]!);
        Assert.Equal([201, 409, 400, 400, 200, 404], answer["items"]!.AsArray().Select(item => (int)item!.AsObject().First().Value!["status"]!));
        Assert.Contains("failed to parse field [n] of type [long]", (string?)answer["items"]![2]!["index"]!["error"]!["reason"], StringComparison.Ordinal);
        Assert.Equal("""{"n":1,"m":5}""", (await elastic.DoAsync(HttpMethod.Get, "/a/_source/1")).ToJsonString());
    }

    [Theory]
    [InlineData("", "request body is required")]
    [InlineData("{\"index\":{\"_index\":\"a\"}}\n{}", "must be terminated by a newline")]
    [InlineData("{\"index\":{\"_index\":\"a\"}}\n", "must be terminated by a newline")]
    [InlineData("{\"explode\":{\"_index\":\"a\"}}\n{}\n", "[explode]")]
    [InlineData("{\"index\":{\"_index\":\"a\",\"colour\":1}}\n{}\n", "unknown parameter [colour]")]
    [InlineData("{\"index\":{}}\n{}\n", "index is missing")]
    [InlineData("{\"delete\":{\"_index\":\"a\"}}\n", "id is missing")]
    [InlineData("not json\n", "")]
    public async Task Malformed_bulk_is_refused_whole(string body, string reason)
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();

        var (status, answer) = await elastic.SendAsync(HttpMethod.Post, "/_bulk", body);

        Assert.Equal(400, status);
        Assert.Contains(reason, (string?)answer!["error"]!["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_requests_never_give_a_500()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();
        await elastic.BulkAsync("""{"index":{"_index":"logs-1","_id":"1"}}""", """{"@timestamp":"2026-01-01T00:00:00Z","message":"hello world","n":1,"f":1.5,"ok":true,"tags":["a","b"]}""");
        var random = new Random(6);
        string[] paths = ["/_search", "/logs-*/_search", "/_bulk", "/logs-1/_doc/1", "/_msearch", "/_count", "/logs-1/_update/1", "/_index_template/t", "/x"];
        string[] pieces =
        [
            "\"query\"", "\"bool\"", "\"must\"", "\"match\"", "\"message\"", "\"range\"", "\"@timestamp\"", "\"gte\"", "\"now-1d/d\"", "\"n\"", "\"term\"", "\"terms\"", "\"sort\"", "\"desc\"", "\"aggs\"",
            "\"date_histogram\"", "\"field\"", "\"fixed_interval\"", "\"1h\"", "\"index\"", "\"_index\"", "\"logs-1\"", "\"query_string\"", "\"a:(b OR [1 TO\"", "null", "true", "-1", "1e400", "\"\\ud800\"", "[]", "{}",
        ];
        for (var i = 0; i < 2500; i++)
        {
            var path = paths[random.Next(paths.Length)];
            var body = Json(0) + (path is "/_bulk" or "/_msearch" ? "\n" + Json(0) + "\n" : "");
            if (i % 5 == 0 && body.Length > 3)
                body = body.Remove(random.Next(body.Length), 1);

            var (status, answer) = await elastic.SendAsync(random.Next(4) == 0 ? HttpMethod.Put : HttpMethod.Post, path, body);

            Assert.True(status < 500, $"{path}\n{body}\n{answer}");
        }

        string Json(int depth) => random.Next(depth > 4 ? 1 : 4) switch
        {
            0 => pieces[random.Next(pieces.Length)],
            1 => $"[{string.Join(',', Enumerable.Range(0, random.Next(3)).Select(_ => Json(depth + 1)))}]",
            _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(1, 3)).Select(_ => $"{pieces[random.Next(23)]}:{Json(depth + 1)}"))}}}",
        };
    }
}
