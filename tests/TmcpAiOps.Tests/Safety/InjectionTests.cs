using System.Text.Json;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Analysis;
using Tmcp.AiOps.Context;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Safety;

/// <summary>Text of logs and labels has no effect beyond text, also when the model does all it is told.</summary>
public sealed class InjectionTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    private static readonly string[] _payloads = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Corpora", "injections.jsonl"))
        .Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<string>(line)!)];

    [Fact]
    public void The_corpus_has_at_least_a_hundred_payloads() => Assert.InRange(_payloads.Distinct().Count(), 100, int.MaxValue);

    [Fact]
    public void No_payload_gets_out_from_between_the_marks()
    {
        foreach (var payload in _payloads)
        {
            var incident = Signals.Incident(payload, payload);
            incident = incident with { First = incident.First with { Name = payload, Labels = new Dictionary<string, string> { [payload] = payload } } };
            var context = new IncidentContext
            {
                Lines = [new ContextLine(Signals.At, payload, payload, payload)],
                DependencyLines = [new ContextLine(Signals.At, payload, payload, payload)],
            };

            var prompt = ModelPrompt.User(incident, context, 6_000);

            Assert.Equal(1, Count(prompt, "<<<"));
            Assert.Equal(1, Count(prompt, ">>>"));
            var open = prompt.IndexOf("<<<DATA-", StringComparison.Ordinal);
            var mark = prompt[(open + 3)..(open + 24)];
            Assert.EndsWith($"{mark}>>>\nSay what is wrong, as the JSON object described.", prompt, StringComparison.Ordinal);
            Assert.DoesNotContain(prompt[..open], character => character > 127);
            Assert.DoesNotContain("gnore", prompt[..open], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_marks_are_different_each_time() =>
        Assert.NotEqual(ModelPrompt.User(Signals.Incident(), new IncidentContext(), 6_000), ModelPrompt.User(Signals.Incident(), new IncidentContext(), 6_000));

    [RealRedisFact]
    public async Task An_obedient_model_can_only_change_words()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var elasticsearch = await FakeElasticsearch.StartAsync();
        await using var model = await FakeModel.StartAsync();
        var next = 0;
        model.Answer = _ =>
        {
            var payload = _payloads[Interlocked.Increment(ref next) % _payloads.Length];
            return FakeModel.Verdict($"cause: {payload}", [payload], $"fix: {payload}", "info", 1);
        };
        await using var host = fixture.StartHost(discord, elasticsearch, model, ("AiOps:Analysis:TokensPerHour", "100000000"), ("AiOps:Analysis:Concurrency", "8"));

        for (var i = 0; i < _payloads.Length; i++)
        {
            var payload = _payloads[i];
            await host.AlertAsync(JsonSerializer.Serialize(new
            {
                version = "4",
                alerts = new[] { new { status = "firing", labels = new Dictionary<string, string> { ["alertname"] = $"A{i}", ["service"] = "agent", ["severity"] = "critical", ["who"] = payload }, annotations = new { description = payload } } },
            }));
        }

        await Until.TrueAsync(() => discord.Posts.Count() >= _payloads.Length, () => $"{discord.Posts.Count()} of {_payloads.Length}");

        Assert.Equal(_payloads.Length, discord.Posts.Count()); // none suppressed, none doubled
        Assert.Empty(discord.Edits);
        Assert.All(discord.Posts, AssertHarmless);
        Assert.All(elasticsearch.Questions, question => Assert.StartsWith("/fluentd-*/_search", question.Path, StringComparison.Ordinal));
        Assert.All(model.Questions, question => Assert.Null(question["tools"]));
        Assert.All((await host.GetAsync("/api/incidents?limit=500"))["incidents"]!.AsArray(), incident =>
        {
            Assert.Equal("Firing", (string)incident!["state"]!);
            Assert.Equal(nameof(Severity.Critical), (string)incident["severity"]!); // the model said info
        });
    }

    private static void AssertHarmless(DiscordRequest post)
    {
        Assert.Empty(post.Body["allowed_mentions"]!["parse"]!.AsArray());
        Assert.Equal("AIOps Alert Manager", (string)post.Body["username"]!);
        Assert.Null(post.Body["content"]);
        Assert.Single(post.Body["embeds"]!.AsArray());
        foreach (var field in post.Embed["fields"]!.AsArray().Where(field => (string)field!["name"]! is "Description" or "Suggested Fix" || ((string)field["name"]!).StartsWith("Root", StringComparison.Ordinal)))
        {
            var text = (string)field!["value"]!;
            Assert.DoesNotContain("://", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@everyone", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<@", text, StringComparison.Ordinal);
        }

        Assert.True(IsOneBlock(post.Field("Evidence")));
    }

    private static bool IsOneBlock(string? evidence) =>
        evidence is null || (evidence.StartsWith("```\n", StringComparison.Ordinal) && evidence.EndsWith("\n```", StringComparison.Ordinal) && Count(evidence, "```") == 2);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
