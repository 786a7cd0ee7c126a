using Tmcp.AiOps.Incidents;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Notifications;

/// <summary>
/// Makes the one message of an incident say what is so. A first message is noted as being sent before it is sent and as sent after: a
/// crash in between leaves the note, and the next attempt is the last one that may double it.
/// </summary>
internal sealed class Notifier(
    DiscordClient discord, MessageComposer composer, IncidentStore incidents, AiOpsTelemetry telemetry, TimeProvider clock, ILogger<Notifier> logger)
{
    private const int MaxUnconfirmed = 2;

    /// <exception cref="WorkFailedException">It could not be told.</exception>
    public async Task TellAsync(Incident incident, string presentation, CancellationToken cancellationToken)
    {
        if (!discord.HasAddress)
        {
            telemetry.MessageSent("none", "no_webhook");
            await incidents.SaveAsync(incident with { Notification = new Notification(null, presentation, clock.GetUtcNow(), 0) });
            await incidents.NoteAsync(incident.Id, "not told", "DISCORD_WEBHOOK_URL is not set");
            return;
        }

        var message = composer.Compose(incident, presentation);
        if (incident.Notification?.MessageId is { } id)
            await EditAsync(incident, id, presentation, message, cancellationToken);
        else if (incident.Notification is { Told: not null, Unconfirmed: 0 })
            await NoteAsync(incident, null, presentation, "told without an id; cannot be edited"); // see DiscordClient.PostAsync
        else
            await PostAsync(incident, presentation, message, cancellationToken);
        Log.IncidentTold(logger, incident.Id, incident.Service, presentation);
    }

    private async Task PostAsync(Incident incident, string presentation, DiscordMessage message, CancellationToken cancellationToken)
    {
        var unconfirmed = incident.Notification?.Unconfirmed ?? 0;
        if (unconfirmed >= MaxUnconfirmed)
            throw new WorkFailedException($"{unconfirmed} messages were sent and none was confirmed. Look into the channel, and replay the dead letter if there is none.", canWait: false);
        await incidents.SaveAsync(incident with { Notification = new Notification(null, null, clock.GetUtcNow(), unconfirmed + 1) });
        try
        {
            var id = await discord.PostAsync(message, cancellationToken);
            telemetry.MessageSent("post", "ok");
            await NoteAsync(incident, id, presentation, "told");
        }
        catch (DiscordException exception)
        {
            telemetry.MessageSent("post", exception.Delivery == Delivery.No ? "refused" : "unconfirmed");
            if (exception.Delivery == Delivery.No)
                await incidents.SaveAsync(incident with { Notification = unconfirmed == 0 ? null : new Notification(null, null, clock.GetUtcNow(), unconfirmed) });
            throw Failed(exception);
        }
    }

    private async Task EditAsync(Incident incident, string id, string presentation, DiscordMessage message, CancellationToken cancellationToken)
    {
        try
        {
            // An edit may be repeated without harm.
            var edited = await discord.EditAsync(id, message, cancellationToken);
            telemetry.MessageSent("edit", edited ? "ok" : "gone");
            await NoteAsync(incident, id, presentation, edited ? "edited" : "not edited: somebody deleted the message");
        }
        catch (DiscordException exception)
        {
            telemetry.MessageSent("edit", exception.Delivery == Delivery.No ? "refused" : "unconfirmed");
            throw Failed(exception);
        }
    }

    private async Task NoteAsync(Incident incident, string? id, string presentation, string what)
    {
        await incidents.SaveAsync(incident with { Notification = new Notification(id, presentation, clock.GetUtcNow(), 0) });
        await incidents.NoteAsync(incident.Id, what, presentation);
    }

    private static WorkFailedException Failed(DiscordException exception) =>
        new(exception.Message, exception.CanWait, exception.RetryAfter, exception);
}
