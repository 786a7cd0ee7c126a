using Microsoft.AspNetCore.Http.HttpResults;
using TmcpEmulators.Discord.Inbox;

namespace TmcpEmulators.Discord.Webhooks;

/// <summary>The webhook API, with and without a version in its path.</summary>
internal static class WebhookEndpoints
{
    private const string ChannelId = "200000000000000001";
    private const string DefaultName = "Captain Hook";

    public static void MapWebhooks(this WebApplication app)
    {
        foreach (var prefix in (string[])["/api", @"/api/v{version:regex(^\d+$)}"])
        {
            var webhook = app.MapGroup(prefix + "/webhooks/{id}/-").AddEndpointFilter<WebhookGuard>();
            webhook.MapGet("", Describe);
            webhook.MapPost("", ExecuteAsync);
            webhook.MapGet("/messages/{messageId}", Get);
            webhook.MapPatch("/messages/{messageId}", EditAsync);
            webhook.MapDelete("/messages/{messageId}", Delete);
        }
    }

    private static JsonHttpResult<WebhookDescription> Describe(string id) => TypedResults.Json(new WebhookDescription(id, 1, DefaultName, ChannelId), DiscordJson.Wire.WebhookDescription);

    private static async Task<IResult> ExecuteAsync(string id, HttpContext context, MessageStore store, bool wait = false)
    {
        var (body, error) = MessageBody.Parse(await ReadAsync(context), isEdit: false);
        if (body is null)
            return WebhookGuard.Answer(error!, StatusCodes.Status400BadRequest);
        var message = store.Add((messageId, now) => new Message
        {
            Id = messageId,
            ChannelId = ChannelId,
            WebhookId = id,
            Author = new MessageAuthor(id, body.Username ?? DefaultName, body.AvatarUrl),
            Content = body.Content ?? "",
            Embeds = body.Embeds ?? [],
            Tts = body.Tts,
            Timestamp = now,
        });
        return wait ? Json(message) : TypedResults.NoContent();
    }

    private static IResult Get(string id, string messageId, MessageStore store) => Own(store, id, messageId) is { } message ? Json(message) : Unknown();

    private static async Task<IResult> EditAsync(string id, string messageId, HttpContext context, MessageStore store)
    {
        if (Own(store, id, messageId) is null)
            return Unknown();
        var (body, error) = MessageBody.Parse(await ReadAsync(context), isEdit: true);
        if (body is null)
            return WebhookGuard.Answer(error!, StatusCodes.Status400BadRequest);

        // What the body does not name stays as it was.
        var edited = store.Edit(messageId, (message, now) => message with
        {
            Content = body.Content ?? message.Content,
            Embeds = body.Embeds ?? message.Embeds,
            EditedTimestamp = now,
        });
        return edited is null ? Unknown() : Json(edited);
    }

    private static IResult Delete(string id, string messageId, MessageStore store) =>
        Own(store, id, messageId) is not null && store.Delete(messageId) ? TypedResults.NoContent() : Unknown();

    private static Message? Own(MessageStore store, string id, string messageId) =>
        store.Find(messageId) is { } message && message.WebhookId == id ? message : null;

    private static IResult Unknown() => WebhookGuard.Answer(ApiError.UnknownMessage, StatusCodes.Status404NotFound);

    private static JsonHttpResult<Message> Json(Message message) => TypedResults.Json(message, DiscordJson.Wire.Message);

    // JSON whatever the content type says; a form with attachments is not taken.
    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.ToArray();
    }
}
