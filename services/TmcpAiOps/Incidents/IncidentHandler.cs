using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Analysis;
using Tmcp.AiOps.Notifications;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Incidents;

/// <summary>
/// Brings an incident to where it should be, whatever was done before: applies the alert, has it analysed once, and makes the message say
/// what is so. Every result is stored before the next step begins, so that a restart goes on from there.
/// </summary>
internal sealed class IncidentHandler(
    IncidentStore incidents, Leases leases, Analyst analyst, Notifier notifier, PauseSwitch pause, DueIncidents due, AiOpsTelemetry telemetry,
    IOptions<GroupingOptions> grouping, TimeProvider clock) : IEntryHandler
{
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(250);

    public async Task RegisterAsync(StreamEntry entry)
    {
        if (entry.Kind == EntryKind.Firing && entry.ReadSignal() is { } signal)
            await OpenAsync(entry, signal);
    }

    public async Task<bool> HandleAsync(StreamEntry entry, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryTakeAsync(entry.Incident);
        if (lease is null)
            return false;

        var signal = entry.ReadSignal();
        var incident = await incidents.FindAsync(entry.Incident);
        if (incident is null && signal is not null)
        {
            // Its record is older than the records' time; the alert is not.
            await OpenAsync(entry, signal);
            incident = await incidents.FindAsync(entry.Incident);
        }

        if (incident is null)
            return true;
        incident = signal is null ? await LookAgainAsync(incident) : await ApplyAsync(incident, signal);
        incident = await AnalyseAsync(incident, cancellationToken);
        return await TellAsync(incident, entry, cancellationToken);
    }

    public async Task GiveUpAsync(StreamEntry entry, string reason)
    {
        await incidents.NoteAsync(entry.Incident, "failed", $"{entry.Kind}: {reason}");
        // Whoever replays it knows that a message may be there already.
        if (await incidents.FindAsync(entry.Incident) is { Notification: { Unconfirmed: > 0 } told } incident)
            await incidents.SaveAsync(incident with { Notification = told with { Unconfirmed = 0 } });
    }

    public Task TidyAsync() => incidents.TrimAsync();

    public Task WaitAsync(CancellationToken cancellationToken) => pause.WaitAsync(_breath, cancellationToken);

    private Task OpenAsync(StreamEntry entry, Signal signal)
    {
        var now = clock.GetUtcNow();
        return incidents.CreateAsync(IncidentChanges.Open(entry.Incident, signal, now), now + grouping.Value.WindowOf(signal));
    }

    private async Task<Incident> ApplyAsync(Incident incident, Signal signal)
    {
        var (next, what) = incident.Apply(signal, clock.GetUtcNow(), grouping.Value.MaxMembers);
        next = next with { Count = await incidents.CountAsync(next) ?? next.Count };
        if (next == incident)
            return incident;
        await incidents.SaveAsync(next);
        if (what is not null)
            await incidents.NoteAsync(next.Id, what, $"{signal.Source}: {SeverityWords.Name(signal.Severity)}, fingerprint {signal.Fingerprint}");
        return next;
    }

    private async Task<Incident> LookAgainAsync(Incident incident)
    {
        incident = incident with { Count = await incidents.CountAsync(incident) ?? incident.Count };
        if (incident.State == IncidentState.Firing)
        {
            if (await incidents.OpenForAsync(incident) is { } left)
                await due.AddAsync(incident.Id, clock.GetUtcNow() + left);
            else
            {
                incident = incident with { State = IncidentState.Quiet };
                await incidents.NoteAsync(incident.Id, "quiet", "no further report within the window");
            }
        }

        await incidents.SaveAsync(incident);
        return incident;
    }

    private async Task<Incident> AnalyseAsync(Incident incident, CancellationToken cancellationToken)
    {
        if (incident.Analysis is not null)
            return incident;
        using var step = telemetry.StartStep("analyse");
        incident = incident with { Analysis = await analyst.AnalyseAsync(incident, cancellationToken) };
        await incidents.SaveAsync(incident);
        await incidents.NoteAsync(incident.Id, "analysed", $"by {incident.Analysis!.By}, confidence {incident.Analysis.Confidence:0.00}");
        step.Succeed();
        return incident;
    }

    private async Task<bool> TellAsync(Incident incident, StreamEntry entry, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var presentation = Presentation.Of(incident, grouping.Value, now);
        if (presentation == Presentation.Flapping)
            await due.AddAsync(incident.Id, incident.ChangedAt + grouping.Value.FlapQuiet);
        if (incident.Notification?.Told == presentation)
        {
            if (presentation == Presentation.Flapping)
                telemetry.Dropped("flapping", 1);
            return true;
        }

        if (await pause.IsPausedAsync())
            return false;
        var isFirst = incident.Notification?.MessageId is null;
        await notifier.TellAsync(incident, presentation, cancellationToken);
        if (isFirst && entry.Kind == EntryKind.Firing)
            telemetry.Told(clock.GetUtcNow() - entry.AddedAt);
        return true;
    }
}
