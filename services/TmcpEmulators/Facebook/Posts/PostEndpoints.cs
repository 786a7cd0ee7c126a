using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TmcpEmulators.Facebook.Posts;

/// <summary>What tests and the page read: not part of the Graph API.</summary>
internal static class PostEndpoints
{
    public static void MapPosts(this WebApplication app)
    {
        app.MapGet("/api/posts", (PostStore store) => TypedResults.Json(store.All, FacebookJson.Wire.IReadOnlyListPost));
        app.MapDelete("/api/posts", (PostStore store) =>
        {
            store.Clear();
            return TypedResults.NoContent();
        });
        app.MapGet("/api/posts/events", (PostStore store, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(Events(store, lifetime.ApplicationStopping, cancellationToken)));
        app.MapGet("/pictures/{id}", IResult (string id, PostStore store, HttpResponse response) =>
        {
            response.Headers.XContentTypeOptions = "nosniff";
            return store.FindPicture(id) is { } picture ? TypedResults.Bytes(picture.Content, picture.ContentType) : TypedResults.NotFound();
        });
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        PostStore store, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        using var subscription = store.Listen(out var events);
        yield return new SseItem<string>("{}", "ready");
        while (await MayReadAsync(events, either.Token))
        {
            while (events.TryRead(out var change))
                yield return new SseItem<string>(JsonSerializer.Serialize(change, FacebookJson.Wire.PostEvent), "change");
        }
    }

    private static async Task<bool> MayReadAsync(System.Threading.Channels.ChannelReader<PostEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            return await events.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
