using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Tmcp.AlertsBench;

/// <summary>Discord, model and log store that answer at once: what is measured is the service.</summary>
internal sealed class Others : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _expected = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private int _messages;
    private int _modelCalls;

    private Others(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public int Messages => Volatile.Read(ref _messages);

    public int ModelCalls => Volatile.Read(ref _modelCalls);

    public static async Task<Others> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var others = new Others(builder.Build());
        others._app.MapPost("/api/webhooks/1/bench", (Delegate)others.TakeMessageAsync);
        others._app.MapPost("/v1/chat/completions", others.Answer);
        others._app.MapPost("/{index}/_search", () => TypedResults.Text("""{"hits":{"hits":[]}}""", "application/json"));
        await others._app.StartAsync();
        return others;
    }

    /// <summary>Ends with the time stamp at which a message with the text arrived.</summary>
    public Task<long> ExpectMessage(string text) =>
        _expected.GetOrAdd(text, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeMessageAsync(HttpContext context)
    {
        var arrived = Stopwatch.GetTimestamp();
        var body = await JsonNode.ParseAsync(context.Request.Body);
        var number = Interlocked.Increment(ref _messages);
        // "Bench17: alert 17: dial tcp …"
        var description = (string)body!["embeds"]![0]!["fields"]![0]!["value"]!;
        if (_expected.TryRemove(description[..(description.IndexOf(':') + 1)], out var waiting))
            waiting.SetResult(arrived);
        return TypedResults.Text($$"""{"id":"{{number}}"}""", "application/json");
    }

    private ContentHttpResult Answer()
    {
        Interlocked.Increment(ref _modelCalls);
        return TypedResults.Text(
            """{"choices":[{"message":{"content":"{\"root_cause\":\"The database is away.\",\"evidence\":[],\"solution\":\"Start it.\",\"severity\":\"error\",\"confidence\":0.5}"}}]}""",
            "application/json");
    }
}
