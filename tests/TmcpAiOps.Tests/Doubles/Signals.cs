using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Incidents;

namespace Tmcp.AiOps.Tests.Doubles;

internal static class Signals
{
    public static readonly DateTimeOffset At = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

    public static Signal Firing(string fingerprint, string message = "it broke", string service = "agent") => new()
    {
        Source = "alertmanager", Service = service, Severity = Severity.Error, Message = message, At = At, Fingerprint = fingerprint, Group = "g",
    };

    public static Signal Resolved(string fingerprint) => Firing(fingerprint) with { Resolved = true };

    public static Incident Incident(string message = "it broke", string service = "agent") =>
        IncidentChanges.Open("20261121-060000-abcdefgh", Firing("f", message, service), At);
}
