using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PocketBase.Tests.Infrastructure;

/// <summary>Facebook's Graph API as far as the publishing hook knows it. Answers as the test says and notes what it was sent.</summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeGraph(WebApplication app) => _app = app;

    /// <summary>Posts received: path, message and token.</summary>
    public ConcurrentQueue<(string Path, string Message, string Token)> Posts { get; } = new();

    /// <summary>Query strings received, where a token must never be.</summary>
    public ConcurrentQueue<string> Queries { get; } = new();

    /// <summary>Decides the answer. Default: a new post id.</summary>
    public Func<string, Task<IResult>> Answer { get; set; } = DefaultAnswer;

    public string Address => _app.Urls.Single();

    public static async Task<FakeGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var graph = new FakeGraph(builder.Build());
        graph._app.MapPost("{page}/feed", graph.ReceiveAsync);
        await graph._app.StartAsync();
        return graph;
    }

    /// <summary>Forgets the posts and answers as by default.</summary>
    public void Reset()
    {
        Posts.Clear();
        Answer = DefaultAnswer;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task<IResult> DefaultAnswer(string page) => Task.FromResult(Results.Json(new { id = $"{page}_{Guid.NewGuid():N}" }));

    private async Task<IResult> ReceiveAsync(string page, HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Queries.Enqueue(request.QueryString.Value ?? "");
        Posts.Enqueue((request.Path, form["message"].ToString(), form["access_token"].ToString()));
        return await Answer(page);
    }
}
