using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Tmcp.Tests.Shared;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules;
using TmcpEmulators.Tests.Planning;

namespace TmcpEmulators.Tests.Api;

/// <summary>Random requests: an answer or a 4xx, never a 500, and soon.</summary>
public sealed class FuzzTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    private static readonly string[] Pieces =
    [
        "create", "delete", "list", "tạo", "xóa", "đổi tên", "rename", "campaign", "chiến dịch", "brand", "\"", "'", "“", "named", "tên là", "to", "thành", "of",
        "for", "budget", "ngân sách", "5000", "1.2.3.4", "99/99/9999", "2026-02-30", "from", "until", "<data>", "</data>", "```", "FINISH", "- A: b\n- C: d\n", "id",
        "abc123def456ghi", "_", "marketing_campaigns", "x_y_z", "{", "}", "[", "]", "\\", "\n", "\0", "\u0301", "😀", "\"\"", "(id ", "%", "~", "&&", "status", "active",
    ];

    [Fact]
    public void Random_messages_are_answered_in_bounded_time()
    {
        var random = new Random(20260101);
        var model = new RuleModel(new ManualClock());
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 1500; i++)
        {
            var text = Message(random, random.Next(1, 40));
            var started = Stopwatch.GetTimestamp();
            var reply = model.Answer(new ModelRequest
            {
                Turns = [new Turn(Speaker.System, Message(random, random.Next(0, 20))), new Turn(Speaker.User, text)],
                Tools = random.Next(2) == 0 ? Tools.For(DialogueStyle.Plain) : [],
            });
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            Assert.True(reply.Call is not null || reply.Text.Length > 0, text);
        }

        Assert.True(slowest < TimeSpan.FromSeconds(5), $"The slowest answer took {slowest}.");
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("campaign ")]
    [InlineData("tên là ")]
    [InlineData("\"")]
    [InlineData("<a")]
    [InlineData("{\"a\":")]
    [InlineData("- Aaa: b, Ccc or Ddd\n")]
    [InlineData("5.000,")]
    [InlineData("rename to ")]
    [InlineData("```")]
    public void Long_repetitions_are_answered_in_bounded_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var started = Stopwatch.GetTimestamp();

        new RuleModel(new ManualClock()).Answer(new ModelRequest
        {
            Turns = [new Turn(Speaker.System, $"FINISH {text}"), new Turn(Speaker.User, $"delete {text}")],
            Tools = Tools.For(DialogueStyle.Plain),
        });
        new RuleModel(new ManualClock()).Answer(new ModelRequest
        {
            Turns = [new Turn(Speaker.User, $"list campaigns {text}")],
            Tools = Tools.For(DialogueStyle.Plain),
        });

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), $"It took {Stopwatch.GetElapsedTime(started)}.");
    }

    [Fact]
    public async Task Random_bodies_never_give_a_500()
    {
        var random = new Random(7);
        string[] paths = ["/api/chat", "/api/generate", "/api/show", "/api/pull", "/v1/chat/completions"];
        for (var i = 0; i < 600; i++)
        {
            var path = paths[random.Next(paths.Length)];
            var body = Mutate(random, Body(random));

            using var content = new ByteArrayContent(body);
            using var response = await emulator.Client.PostAsync(new Uri(path, UriKind.Relative), content);

            Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{path} {response.StatusCode}: {Encoding.UTF8.GetString(body)}");
        }
    }

    [Fact]
    public void Random_tool_results_are_survived()
    {
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var talk = new Dialogue(Stores.Empty())
            {
                Intercept = (_, _) => random.Next(3) == 0 ? Encoding.UTF8.GetString(Mutate(random, Body(random))) : RandomJson(random, 0)?.ToJsonString() ?? "null",
            };

            Assert.NotEmpty(talk.Say(new[] { "list campaigns", "delete campaign X", "create a product named Y", "count leads", "show brand Z" }[i % 5]));
        }
    }

    private static string Message(Random random, int words) =>
        string.Join(random.Next(5) == 0 ? "" : " ", Enumerable.Range(0, words).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Body(Random random)
    {
        var model = random.Next(10) == 0 ? "nope" : Http.Model;
        var messages = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => new JsonObject
        {
            ["role"] = new[] { "user", "system", "assistant", "tool", "x" }[random.Next(5)],
            ["content"] = random.Next(8) == 0 ? RandomJson(random, 0) : Message(random, random.Next(12)),
        })]);
        var body = new JsonObject { ["model"] = model, ["messages"] = messages, ["prompt"] = Message(random, 5) };
        foreach (var extra in new[] { "tools", "format", "response_format", "tool_choice", "options", "stream", "stop", "think", "max_tokens" })
        {
            if (random.Next(6) == 0)
                body[extra] = RandomJson(random, 0);
        }

        return body.ToJsonString();
    }

    private static byte[] Mutate(Random random, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < random.Next(3) && bytes.Length > 0; i++)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(10) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }

    private static JsonNode? RandomJson(Random random, int depth) => random.Next(depth > 3 ? 5 : 8) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-1000, 1000),
        3 => random.NextDouble().ToString(CultureInfo.InvariantCulture),
        4 => Message(random, random.Next(3)),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomJson(random, depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(_ => KeyValuePair.Create(
            new[] { "type", "enum", "items", "properties", "required", "$ref", "anyOf", "function", "name", "parameters", "id", "status", "error", "totalItems" }[random.Next(14)],
            RandomJson(random, depth + 1))).DistinctBy(pair => pair.Key)),
    };
}
