using System.Net;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Api;

/// <summary>Streams byte by byte: what separates the pieces, what the last one holds.</summary>
public sealed class FramingTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    private const string Hello = $$"""{"model":"{{Http.Model}}","messages":[{"role":"user","content":"xin chào"}]}""";

    [Fact]
    public async Task Native_chat_streams_one_object_a_line_by_default()
    {
        var (status, body, type) = await emulator.Client.SendAsync(HttpMethod.Post, "/api/chat", Hello);

        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson"), (status, type));
        Assert.EndsWith("}\n", body, StringComparison.Ordinal);
        var lines = body[..^1].Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.True(lines.Count > 10);
        Assert.All(lines[..^1], line => Assert.False(line["done"]!.GetValue<bool>()));
        Assert.All(lines, line => Assert.Equal("assistant", line["message"]!["role"]!.GetValue<string>()));
        var last = lines[^1];
        Assert.True(last["done"]!.GetValue<bool>());
        Assert.Equal("stop", last["done_reason"]!.GetValue<string>());
        Assert.Equal(lines.Count - 1, last["eval_count"]!.GetValue<int>());
        foreach (var figure in new[] { "total_duration", "load_duration", "prompt_eval_count", "prompt_eval_duration", "eval_duration" })
            Assert.True(last[figure]!.GetValue<long>() >= 0, figure);
        Assert.Contains("chào", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streamed_and_whole_answers_have_one_text()
    {
        var (_, streamed, _) = await emulator.Client.SendAsync(HttpMethod.Post, "/api/chat", Hello);
        var whole = await emulator.Client.PostAsync("/api/chat", Hello.Replace("{\"model\"", "{\"stream\":false,\"model\"", StringComparison.Ordinal));

        var text = string.Concat(streamed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["message"]!["content"]!.GetValue<string>()));
        Assert.Equal(whole["message"]!["content"]!.GetValue<string>(), text);
    }

    [Fact]
    public async Task Same_request_gives_the_same_bytes_apart_from_times()
    {
        var answers = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var answer = await emulator.Client.PostAsync("/api/chat", Hello.Replace("{\"model\"", "{\"stream\":false,\"model\"", StringComparison.Ordinal));
            foreach (var time in answer.AsObject().Select(field => field.Key).Where(key => key.EndsWith("duration", StringComparison.Ordinal) || key == "created_at").ToList())
                answer.AsObject().Remove(time);
            answers.Add(answer.ToJsonString());
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task Generate_streams_its_response()
    {
        var (_, body, type) = await emulator.Client.SendAsync(HttpMethod.Post, "/api/generate", $$"""{"model":"{{Http.Model}}","prompt":"hello"}""");

        Assert.Equal("application/x-ndjson", type);
        var lines = body[..^1].Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.StartsWith("Hello!", string.Concat(lines.Select(line => line["response"]!.GetValue<string>())), StringComparison.Ordinal);
        Assert.Equal("stop", lines[^1]["done_reason"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/api/generate", $$"""{"model":"{{Http.Model}}"}""")]
    [InlineData("/api/chat", $$"""{"model":"{{Http.Model}}","messages":[]}""")]
    public async Task Request_without_content_only_loads_the_model(string path, string body)
    {
        var answer = await emulator.Client.PostAsync(path, body);

        Assert.Equal("load", answer["done_reason"]!.GetValue<string>());
        Assert.True(answer["done"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenAI_chat_streams_events_and_ends_with_DONE(bool usage)
    {
        var options = usage ? ""","stream_options":{"include_usage":true}""" : "";
        var (_, body, type) = await emulator.Client.SendAsync(
            HttpMethod.Post, "/v1/chat/completions", Hello.Replace("{\"model\"", $"{{\"stream\":true{options},\"model\"", StringComparison.Ordinal));

        Assert.Equal("text/event-stream", type);
        Assert.EndsWith("\n\ndata: [DONE]\n\n", body, StringComparison.Ordinal);
        var events = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[..^1];
        Assert.All(events, one => Assert.StartsWith("data: {", one, StringComparison.Ordinal));
        var chunks = events.Select(one => JsonNode.Parse(one["data: ".Length..])!).ToList();
        Assert.Single(chunks.Select(chunk => chunk["id"]!.GetValue<string>()).Distinct());
        var finish = chunks.FindIndex(chunk => chunk["choices"]!.AsArray().Any(choice => choice!["finish_reason"] is not null));
        Assert.Equal(usage ? chunks.Count - 2 : chunks.Count - 1, finish);
        Assert.Equal(usage, chunks[^1]["usage"] is not null);
        if (usage)
            Assert.Equal(chunks[^1]["usage"]!["total_tokens"]!.GetValue<int>(), chunks[^1]["usage"]!["prompt_tokens"]!.GetValue<int>() + chunks[^1]["usage"]!["completion_tokens"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("/api/chat", $$"""{"model":"{{Http.Model}}","stream":false,"options":{"num_predict":3},"messages":[{"role":"user","content":"hello"}]}""", "done_reason")]
    [InlineData("/v1/chat/completions", $$"""{"model":"{{Http.Model}}","max_tokens":3,"messages":[{"role":"user","content":"hello"}]}""", "finish_reason")]
    public async Task Limit_of_tokens_cuts_the_answer_and_says_so(string path, string body, string reason)
    {
        var answer = await emulator.Client.PostAsync(path, body);

        var holder = answer["choices"]?[0] ?? answer;
        Assert.Equal("length", holder[reason]!.GetValue<string>());
        Assert.Equal("Hello! I", holder["message"]!["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Stop_text_ends_the_answer()
    {
        var answer = await emulator.Client.PostAsync(
            "/api/chat", $$"""{"model":"{{Http.Model}}","stream":false,"options":{"stop":["I can"]},"messages":[{"role":"user","content":"hello"}]}""");

        Assert.Equal("Hello! ", answer["message"]!["content"]!.GetValue<string>());
    }
}
