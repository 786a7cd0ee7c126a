using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>Answers searches with the lines it was given, by service and time; notes every question.</summary>
internal sealed class FakeElasticsearch : IAsyncDisposable
{
    public ConcurrentQueue<(string Path, JsonNode Query)> Questions { get; } = new();

    /// <summary>Stored lines.</summary>
    public List<(DateTimeOffset At, string Service, string Level, string Message)> Lines { get; } = [];

    /// <summary>When set, answers instead.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public LocalServer Server { get; private set; } = null!;

    public static async Task<FakeElasticsearch> StartAsync()
    {
        var fake = new FakeElasticsearch();
        fake.Server = await LocalServer.StartAsync(app => app.MapPost("/{index}/_search", fake.SearchAsync));
        return fake;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task SearchAsync(HttpContext context)
    {
        var query = (await JsonNode.ParseAsync(context.Request.Body))!;
        Questions.Enqueue((context.Request.Path + context.Request.QueryString, query));
        if (Instead is not null)
        {
            await Instead(context);
            return;
        }

        var filters = query["query"]?["bool"]?["filter"]?.AsArray();
        var service = (string?)filters?[0]?["match_phrase"]?["service.name"];
        var range = filters?[1]?["range"]?["@timestamp"];
        var phrases = filters is { Count: > 2 } ? filters[2]!["bool"]!["should"]!.AsArray().Select(one => one!["match_phrase"]!.AsObject().First()).ToList() : [];
        var found = Lines.Where(line => line.Service == service
                && (range is null || (line.At >= DateTimeOffset.Parse((string)range["gte"]!) && line.At <= DateTimeOffset.Parse((string)range["lte"]!)))
                && (phrases.Count == 0 || phrases.Any(phrase => (phrase.Key == "log.level" ? line.Level : line.Message).Contains((string)phrase.Value!, StringComparison.OrdinalIgnoreCase))))
            .OrderByDescending(line => line.At).ToList();
        var hits = found.Take((int)query["size"]!).Select(JsonNode (line) => new JsonObject
        {
            ["_source"] = new JsonObject
            {
                ["@timestamp"] = line.At.ToString("O"), ["message"] = line.Message,
                ["service"] = new JsonObject { ["name"] = line.Service }, ["log"] = new JsonObject { ["level"] = line.Level },
            },
        });
        var answer = new JsonObject { ["hits"] = new JsonObject { ["hits"] = new JsonArray([.. hits]) } };
        if (query["aggs"] is not null)
        {
            var buckets = found.GroupBy(line => line.At.ToUnixTimeMilliseconds() / 60_000 * 60_000)
                .Select(JsonNode (minute) => new JsonObject { ["key"] = minute.Key, ["doc_count"] = minute.Count() });
            answer["aggregations"] = new JsonObject { ["minutes"] = new JsonObject { ["buckets"] = new JsonArray([.. buckets]) } };
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }
}
