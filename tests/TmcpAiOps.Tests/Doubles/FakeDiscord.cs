using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>Discord's webhook: takes messages and edits, and answers as told.</summary>
internal sealed class FakeDiscord : IAsyncDisposable
{
    public const string Token = "s3cr3t-webhook-token";

    private readonly Func<HttpContext, int, Task<bool>> _respond;
    private int _requests;

    private FakeDiscord(Func<HttpContext, int, Task<bool>> respond) => _respond = respond;

    public LocalServer Server { get; private set; } = null!;

    public Uri Webhook => new(Server.Address, $"/api/webhooks/1234/{Token}");

    /// <summary>Every request that was delivered, in order.</summary>
    public ConcurrentQueue<DiscordRequest> Delivered { get; } = new();

    public IEnumerable<DiscordRequest> Posts => Delivered.Where(request => request.Method == "POST");

    public IEnumerable<DiscordRequest> Edits => Delivered.Where(request => request.Method == "PATCH");

    /// <summary>All requests, those that were refused included.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <param name="respond">Gets the request and its number from 1; true when it has answered and nothing counts as delivered.</param>
    /// <param name="port">Zero: any.</param>
    public static async Task<FakeDiscord> StartAsync(Func<HttpContext, int, Task<bool>>? respond = null, int port = 0)
    {
        var discord = new FakeDiscord(respond ?? ((_, _) => Task.FromResult(false)));
        discord.Server = await LocalServer.StartAsync(app => app.Map("/{**path}", discord.TakeAsync), port);
        return discord;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _requests);
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (await _respond(context, number))
            return;
        var id = context.Request.Method == "POST" ? $"m{number}" : context.Request.Path.Value!.Split('/')[^1];
        Delivered.Enqueue(new DiscordRequest(context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value ?? "", id, JsonNode.Parse(body)!));
        await context.Response.WriteAsJsonAsync(new { id });
    }
}

internal sealed record DiscordRequest(string Method, string Path, string Query, string MessageId, JsonNode Body)
{
    public JsonNode Embed => Body["embeds"]![0]!;

    public string Title => (string)Embed["title"]!;

    public string? Field(string name) => Embed["fields"]!.AsArray().Where(field => ((string)field!["name"]!).StartsWith(name, StringComparison.Ordinal)).Select(field => (string)field!["value"]!).FirstOrDefault();
}
