using System.Text.Json;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Context;
using Tmcp.AiOps.Incidents;

namespace Tmcp.TriageBench;

/// <summary>One recorded failure, with what an analysis must say about it.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Service">Who reported it.</param>
/// <param name="Message">The alert's words.</param>
/// <param name="Lines">The service's log lines around it.</param>
/// <param name="Dependencies">Errors of services it depends on.</param>
/// <param name="Facts">Words that the cause or the fix must hold: the thing that is broken, by name.</param>
internal sealed record TriageCase(
    string Name, string Kind, string Service, string Message, IReadOnlyList<CaseLine> Lines, IReadOnlyList<CaseLine> Dependencies, IReadOnlyList<string> Facts)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private static readonly DateTimeOffset _at = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<TriageCase> ReadAll(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<TriageCase>(line, _json)!)];

    public Incident ToIncident() => IncidentChanges.Open(
        $"20261121-060000-{Name}",
        new Signal { Source = "alertmanager", Service = Service, Severity = Severity.Error, Message = Message, At = _at, Fingerprint = "f", Group = "g" },
        _at);

    public IncidentContext ToContext() => new()
    {
        Lines = [.. Lines.Select(line => new ContextLine(_at, Service, line.Level, line.Text)), new ContextLine(_at, Service, "error", Message)],
        DependencyLines = [.. Dependencies.Select(line => new ContextLine(_at, line.Service ?? "", line.Level, line.Text))],
    };
}

internal sealed record CaseLine(string Level, string Text, string? Service);
