using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Incidents;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Context;

/// <summary>Collects what happened around an incident's own time. Degrades to the alert's own words.</summary>
internal sealed class ContextReader(
    Elasticsearch elasticsearch, Dependencies dependencies, IOptions<ContextOptions> options, AiOpsTelemetry telemetry, TimeProvider clock,
    ILogger<ContextReader> logger)
{
    private const int MaxStartAge = 24; // hours

    public async Task<IncidentContext> ReadAsync(Incident incident, CancellationToken cancellationToken)
    {
        await SettleAsync(incident, cancellationToken);
        using var step = telemetry.StartStep("context");
        using var limit = new CancellationTokenSource(options.Value.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var own = OwnLines(incident);
        try
        {
            var found = await SearchAsync(incident, either.Token);
            step.Succeed();
            return Bound(found with { Lines = Merge(found.Lines, own) });
        }
        catch (ContextException exception)
        {
            step.Fail("elasticsearch");
            return Degrade(incident, own, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            step.Fail("timeout");
            return Degrade(incident, own, $"Elasticsearch at {elasticsearch.Address.Authority} gave no answer within {options.Value.Patience.TotalSeconds:0.#} s.");
        }
    }

    private Task SettleAsync(Incident incident, CancellationToken cancellationToken)
    {
        var settle = options.Value.Settle;
        var left = incident.First.At + settle - clock.GetUtcNow();
        // An alert from a clock that is ahead waits no longer than any other.
        return left > TimeSpan.Zero ? Task.Delay(left < settle ? left : settle, clock, cancellationToken) : Task.CompletedTask;
    }

    private async Task<IncidentContext> SearchAsync(Incident incident, CancellationToken cancellationToken)
    {
        var (service, at, settings) = (incident.Service, incident.First.At, options.Value);
        var (from, to) = (at - settings.Before, at + settings.After);
        var lines = LinesAsync(service, from, to, settings.Lines, onlyErrors: false, cancellationToken);
        var errors = LinesAsync(service, from, to, settings.Lines / 2, onlyErrors: true, cancellationToken);
        var counts = elasticsearch.SearchAsync(LogQueries.Errors(service, from, to), cancellationToken);
        var start = elasticsearch.SearchAsync(LogQueries.Start(service, at.AddHours(-MaxStartAge), to), cancellationToken);
        var others = settings.LinesPerDependency == 0
            ? []
            : dependencies.Of(service).Select(other => LinesAsync(other, from, to, settings.LinesPerDependency, onlyErrors: true, cancellationToken)).ToArray();
        await Task.WhenAll([lines, errors, counts, start, .. others]);

        return new IncidentContext
        {
            Lines = Merge(await lines, await errors),
            DependencyLines = [.. (await Task.WhenAll(others)).SelectMany(found => found).OrderBy(line => line.At)],
            Errors = SearchAnswers.Counts(await counts),
            LastStart = SearchAnswers.FirstTime(await start),
        };
    }

    private async Task<IReadOnlyList<ContextLine>> LinesAsync(
        string service, DateTimeOffset from, DateTimeOffset to, int size, bool onlyErrors, CancellationToken cancellationToken) =>
        SearchAnswers.Lines(
            await elasticsearch.SearchAsync(LogQueries.Lines(service, from, to, size, onlyErrors), cancellationToken), service, options.Value.LineCharacters);

    private IncidentContext Degrade(Incident incident, IReadOnlyList<ContextLine> own, string problem)
    {
        Log.ContextMissing(logger, incident.Id, problem);
        telemetry.Dropped("context_unavailable", 1);
        return Bound(new IncidentContext { Lines = own, Problem = problem });
    }

    // What the alert itself says counts as a line too: it may be quoted.
    private IReadOnlyList<ContextLine> OwnLines(Incident incident) =>
        [.. incident.First.Samples.Append(incident.First.Message).Distinct()
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(20))
            .Distinct()
            .Select(text => new ContextLine(incident.First.At, incident.Service, SeverityWords.Name(incident.First.Severity), Texts.Cut(text, options.Value.LineCharacters)))];

    private static IReadOnlyList<ContextLine> Merge(IReadOnlyList<ContextLine> one, IReadOnlyList<ContextLine> other) =>
        [.. one.Concat(other).DistinctBy(line => line.Text).OrderBy(line => line.At)];

    // From the newest backwards until the room is used up; dependencies have a third of it.
    private IncidentContext Bound(IncidentContext context)
    {
        var room = options.Value.Characters;
        var others = Newest(context.DependencyLines, room / 3);
        return context with { DependencyLines = others, Lines = Newest(context.Lines, room - others.Sum(line => line.Text.Length)) };
    }

    private static List<ContextLine> Newest(IReadOnlyList<ContextLine> lines, int room)
    {
        var kept = new List<ContextLine>();
        for (var i = lines.Count - 1; i >= 0 && (room -= lines[i].Text.Length) >= 0; i--)
            kept.Add(lines[i]);
        kept.Reverse();
        return kept;
    }
}
