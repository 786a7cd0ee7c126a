using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>An OpenAI-compatible model that says what the test wants.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    public const string Name = "test-model";

    public ConcurrentQueue<JsonNode> Questions { get; } = new();

    /// <summary>The text of the answer, made from the user's message.</summary>
    public Func<string, string> Answer { get; set; } = _ => Verdict("The database is away.", [], "Start it.");

    /// <summary>When set, answers instead.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public LocalServer Server { get; private set; } = null!;

    public static string Verdict(string cause, IEnumerable<string> evidence, string solution, string severity = "error", double confidence = 0.8) =>
        JsonSerializer.Serialize(new { root_cause = cause, evidence, solution, severity, confidence });

    public static async Task<FakeModel> StartAsync()
    {
        var fake = new FakeModel();
        fake.Server = await LocalServer.StartAsync(app =>
        {
            app.MapGet("/v1/models", () => new { data = new[] { new { id = Name } } });
            app.MapPost("/v1/chat/completions", fake.CompleteAsync);
        });
        return fake;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task CompleteAsync(HttpContext context)
    {
        var question = (await JsonNode.ParseAsync(context.Request.Body))!;
        Questions.Enqueue(question);
        if (Instead is not null)
        {
            await Instead(context);
            return;
        }

        var content = Answer((string)question["messages"]![1]!["content"]!);
        await context.Response.WriteAsJsonAsync(new
        {
            choices = new[] { new { message = new { role = "assistant", content } } },
            usage = new { prompt_tokens = 100, completion_tokens = 50 },
        });
    }
}
