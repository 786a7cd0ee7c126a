using System.Net;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Elasticsearch;

public sealed class IndexTests
{
    [Fact]
    public async Task Index_is_made_described_and_deleted()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();
        await elastic.DoAsync(HttpMethod.Put, "/things", """{"settings":{"number_of_shards":1},"mappings":{"properties":{"name":{"type":"keyword"},"at":{"properties":{"time":{"type":"date"}}}}}}""");

        Assert.Equal(400, (await elastic.SendAsync(HttpMethod.Put, "/things")).Status);
        Assert.Equal(200, (await elastic.SendAsync(HttpMethod.Head, "/things")).Status);
        Assert.Equal(404, (await elastic.SendAsync(HttpMethod.Head, "/nothing")).Status);
        Assert.Equal("date", (string?)(await elastic.DoAsync(HttpMethod.Get, "/things/_mapping"))["things"]!["mappings"]!["properties"]!["at"]!["properties"]!["time"]!["type"]);
        await elastic.DoAsync(HttpMethod.Put, "/things/_mapping", """{"properties":{"size":{"type":"long"}}}""");
        var (status, answer) = await elastic.SendAsync(HttpMethod.Put, "/things/_mapping", """{"properties":{"size":{"type":"keyword"}}}""");
        Assert.Equal(400, status);
        Assert.Contains("cannot be changed from type [long] to [keyword]", (string?)answer!["error"]!["reason"], StringComparison.Ordinal);
        await elastic.DoAsync(HttpMethod.Delete, "/things");
        Assert.Equal(404, (await elastic.SendAsync(HttpMethod.Get, "/things/_search")).Status);
        Assert.Equal(200, (await elastic.SendAsync(HttpMethod.Get, "/things/_search?ignore_unavailable=true")).Status);
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("_hidden")]
    [InlineData("-minus")]
    [InlineData("a b")]
    [InlineData("a*")]
    [InlineData("..")]
    [InlineData("a%2f..%2fb")]
    public async Task Bad_name_is_refused(string name)
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();

        var (status, _) = await elastic.SendAsync(HttpMethod.Post, "/_bulk", $$$"""{"index":{"_index":"{{{Uri.UnescapeDataString(name)}}}"}}""" + "\n{}\n");
        var listed = await elastic.DoAsync(HttpMethod.Get, "/_cat/indices?format=json");

        Assert.Equal(200, status);
        Assert.Empty(listed.AsArray());
    }

    [Fact]
    public async Task Template_shapes_new_indexes_by_priority()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();
        await elastic.DoAsync(HttpMethod.Put, "/_index_template/low", """{"index_patterns":["logs-*"],"priority":1,"template":{"mappings":{"properties":{"x":{"type":"text"}}}}}""");
        await elastic.DoAsync(HttpMethod.Put, "/_index_template/high", """{"index_patterns":["logs-a*"],"priority":9,"template":{"settings":{"number_of_replicas":0},"mappings":{"properties":{"x":{"type":"keyword"}}}}}""");

        await elastic.BulkAsync("""{"index":{"_index":"logs-abc"}}""", """{"x":"One Two"}""", """{"index":{"_index":"logs-b"}}""", """{"x":"One Two"}""");

        Assert.Equal("keyword", (string?)(await elastic.DoAsync(HttpMethod.Get, "/logs-abc/_mapping"))["logs-abc"]!["mappings"]!["properties"]!["x"]!["type"]);
        Assert.Equal("text", (string?)(await elastic.DoAsync(HttpMethod.Get, "/logs-b/_mapping"))["logs-b"]!["mappings"]!["properties"]!["x"]!["type"]);
        Assert.Equal(2, (await elastic.DoAsync(HttpMethod.Get, "/_index_template"))["index_templates"]!.AsArray().Count);
        await elastic.DoAsync(HttpMethod.Delete, "/_index_template/high");
        Assert.Equal(404, (await elastic.SendAsync(HttpMethod.Get, "/_index_template/high")).Status);
    }

    [Theory]
    [InlineData("PUT", "/things", """{"aliases":{"a":{}}}""", "[aliases]")]
    [InlineData("PUT", "/things", """{"mappings":{"dynamic":"strict"}}""", "[dynamic: strict]")]
    [InlineData("PUT", "/things", """{"mappings":{"properties":{"p":{"type":"geo_point"}}}}""", "[geo_point]")]
    [InlineData("PUT", "/things", """{"colour":1}""", "[colour]")]
    [InlineData("PUT", "/_index_template/t", """{"index_patterns":["a"],"composed_of":["b"]}""", "[composed_of]")]
    [InlineData("PUT", "/_index_template/t", """{}""", "[index_patterns]")]
    [InlineData("POST", "/a/_update/1", """{"script":"x"}""", "[script]")]
    [InlineData("POST", "/_reindex", "{}", "no handler found for uri [/_reindex]")]
    [InlineData("GET", "/_nodes/stats", null, "no handler found for uri [/_nodes/stats]")]
    public async Task What_is_not_there_is_named(string method, string path, string? body, string reason)
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();

        var (status, answer) = await elastic.SendAsync(new HttpMethod(method), path, body);

        Assert.Equal(400, status);
        Assert.Contains(reason, (string?)answer!["error"]!["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_says_who_it_is()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();
        using var response = await elastic.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("Elasticsearch", Assert.Single(response.Headers.GetValues("X-Elastic-Product")));
        Assert.Equal("elasticsearch", Assert.Single(response.Headers.GetValues("X-Tmcp-Emulator")));
        Assert.StartsWith("8.", (string?)(await elastic.DoAsync(HttpMethod.Get, "/"))["version"]!["number"], StringComparison.Ordinal);
        Assert.Equal("green", (string?)(await elastic.DoAsync(HttpMethod.Get, "/_cluster/health"))["status"]);
        Assert.Equal(HttpStatusCode.OK, (await elastic.Client.GetAsync(new Uri("/health", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart_and_a_cut_tail_is_dropped()
    {
        var folder = OwnedFolder.Create("tmcp-elasticsearch-");
        try
        {
            await using (var first = await ElasticsearchEmulator.StartAsync(settings => settings with { DataFolder = folder, SegmentBytes = 200 }))
            {
                await first.DoAsync(HttpMethod.Put, "/_index_template/t", """{"index_patterns":["logs-*"],"template":{"mappings":{"properties":{"k":{"type":"keyword"}}}}}""");
                for (var i = 0; i < 20; i++)
                    await first.BulkAsync($$$"""{"index":{"_index":"logs-1","_id":"{{{i}}}"}}""", $$"""{"k":"value {{i}}","@timestamp":"2026-01-01T00:00:{{i:00}}Z"}""");
                await first.DoAsync(HttpMethod.Delete, "/logs-1/_doc/3");
                await first.DoAsync(HttpMethod.Put, "/logs-1/_doc/4", "{\n  \"k\": \"changed\"\n}");
            }

            var last = Directory.EnumerateFiles(Path.Combine(folder, "indices", "logs-1"), "*.jsonl").Max()!;
            await File.AppendAllTextAsync(last, "{\"i\":\"cut\",\"v\":1,\"q\":99}\n{\"k\":\"never fin");
            await using var second = await ElasticsearchEmulator.StartAsync(settings => settings with { DataFolder = folder, SegmentBytes = 200 });

            Assert.Equal(19, (int?)(await second.DoAsync(HttpMethod.Get, "/logs-1/_count"))["count"]);
            Assert.Equal(404, (await second.SendAsync(HttpMethod.Get, "/logs-1/_doc/3")).Status);
            Assert.Equal(2, (int?)(await second.DoAsync(HttpMethod.Get, "/logs-1/_doc/4"))["_version"]);
            Assert.Equal("4", await second.FindAsync("""{"term":{"k":"changed"}}"""));
            Assert.Equal(200, (await second.SendAsync(HttpMethod.Get, "/_index_template/t")).Status);
            await second.BulkAsync("""{"index":{"_index":"logs-1","_id":"after"}}""", """{"k":"after"}""");
            Assert.Equal("after", await second.FindAsync("""{"term":{"k":"after"}}"""));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Oldest_documents_go_when_there_is_too_much()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync(settings => settings with { MaxBytes = 20_000, SegmentBytes = 2_000 });
        for (var i = 0; i < 100; i++)
        {
            await elastic.BulkAsync($$$"""{"index":{"_index":"logs-{{{i / 50}}}","_id":"{{{i}}}"}}""", $$"""{"n":{{i}},"text":"{{new string('x', 1000)}}"}""");
            elastic.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var left = (await elastic.FindAsync("""{"match_all":{}}""")).Split(' ').Select(int.Parse).Order().ToList();

        Assert.InRange(left.Count, 15, 20);
        Assert.Equal(Enumerable.Range(100 - left.Count, left.Count), left);
    }

    [Fact]
    public async Task Old_documents_go_by_their_age_without_being_asked()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync(settings => settings with { MaxAge = TimeSpan.FromDays(2) });
        await elastic.BulkAsync("""{"index":{"_index":"logs-old"}}""", """{"n":1}""");
        elastic.Clock.Advance(TimeSpan.FromDays(1.5));
        await elastic.BulkAsync("""{"index":{"_index":"logs-new"}}""", """{"n":2}""");

        elastic.Clock.Advance(TimeSpan.FromDays(1));
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await elastic.DoAsync(HttpMethod.Get, "/_cat/indices?format=json")).AsArray().Count > 1)
            timeout.Token.ThrowIfCancellationRequested();

        Assert.Equal(1, (int?)(await elastic.DoAsync(HttpMethod.Get, "/logs-new/_count"))["count"]);
    }

    [Fact]
    public async Task Official_client_works()
    {
        await using var elastic = await ElasticsearchEmulator.StartAsync();

        var (exitCode, output) = await Clients.NodeScript.RunAsync("elasticsearch-journey.mjs", elastic.Address);

        Assert.True(exitCode == 0, output);
        Assert.Contains("journey complete", output, StringComparison.Ordinal);
    }
}
