using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>An OpenAI-compatible server that answers what it is told to, in order, and remembers what it was asked.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    public const string Name = "test-model:1b";

    private readonly ConcurrentQueue<Reply> _script = new();
    private LocalServer _server = null!;

    public Uri Address => _server.Address;

    public IReadOnlyList<string> Installed { get; set; } = [Name];

    /// <summary>Answers instead of the script.</summary>
    public Func<JsonElement, Reply>? Rule { get; set; }

    public ConcurrentQueue<JsonElement> Requests { get; } = new();

    public static async Task<ScriptedModel> StartAsync()
    {
        var model = new ScriptedModel();
        model._server = await LocalServer.StartAsync(app =>
        {
            app.MapGet("/v1/models", (RequestDelegate)(context => context.Response.WriteAsync(
                JsonSerializer.Serialize(new { @object = "list", data = model.Installed.Select(id => new { id }) }))));
            app.MapPost("/v1/chat/completions", (RequestDelegate)model.AnswerAsync);
        });
        return model;
    }

    public ScriptedModel Then(params Reply[] replies)
    {
        foreach (var reply in replies)
            _script.Enqueue(reply);
        return this;
    }

    /// <summary>All texts of a request's messages, in order, with their roles in front.</summary>
    public IReadOnlyList<string> Messages(int request) =>
        [.. Requests.ElementAt(request).GetProperty("messages").EnumerateArray().Select(message =>
            $"{message.GetProperty("role").GetString()}: {TextOf(message)}")];

    /// <summary>Answers every question of a generator by the task it names.</summary>
    /// <param name="answer">Gets the task's name and the whole request; the text is the model's answer.</param>
    public void AnswerTasks(Func<string, JsonElement, string> answer) =>
        Rule = request => Replies.Text(Slices(answer(TaskOf(request), request)));

    /// <summary>What a question is about: <c>Task: brand_identity</c> is the first line of its system prompt.</summary>
    public static string TaskOf(JsonElement request) => TextOf(request.GetProperty("messages")[0]).Split('\n')[0]["Task: ".Length..];

    /// <summary>The first user message.</summary>
    public static string QuestionOf(JsonElement request) => TextOf(request.GetProperty("messages")[1]);

    /// <summary>The tasks asked for, in order.</summary>
    public IReadOnlyList<string> Tasks => [.. Requests.Select(TaskOf)];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // As models stream: in several pieces.
    private static string[] Slices(string text) => [.. text.Chunk(40).Select(piece => new string(piece))];

    private static string TextOf(JsonElement message) => !message.TryGetProperty("content", out var content) ? ""
        : content.ValueKind == JsonValueKind.String ? content.GetString()!
        : content.ValueKind == JsonValueKind.Array ? string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()))
        : "";

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        Requests.Enqueue(body.RootElement.Clone());
        var reply = Rule is not null ? Rule(body.RootElement) : _script.TryDequeue(out var next) ? next : Replies.Status(500, """{"error":{"message":"the script is over"}}""");
        await reply(context);
    }
}
