using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TmcpEmulators.Discord.Inbox;

/// <summary>What tests and the page read: not part of Discord.</summary>
internal static class InboxEndpoints
{
    public static void MapInbox(this WebApplication app)
    {
        app.MapGet("/api/inbox", (MessageStore store) => TypedResults.Json(store.All, DiscordJson.Wire.IReadOnlyListMessage));
        app.MapDelete("/api/inbox", (MessageStore store) =>
        {
            store.Clear();
            return TypedResults.NoContent();
        });
        app.MapGet("/api/inbox/events", (MessageStore store, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(Events(store, lifetime.ApplicationStopping, cancellationToken)));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        MessageStore store, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        using var subscription = store.Listen(out var events);
        yield return new SseItem<string>("{}", "ready");
        while (await MayReadAsync(events, either.Token))
        {
            while (events.TryRead(out var change))
                yield return new SseItem<string>(JsonSerializer.Serialize(change, DiscordJson.Wire.InboxEvent), "change");
        }
    }

    private static async Task<bool> MayReadAsync(System.Threading.Channels.ChannelReader<InboxEvent> events, CancellationToken cancellationToken)
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
