using System.Text.Json.Serialization;

namespace Tmcp.AiOps.Intake;

/// <summary>What became of an alert, and why.</summary>
/// <param name="Outcome">One of <see cref="Outcomes"/>.</param>
/// <param name="Reason">In words.</param>
/// <param name="Service">The service that it is about.</param>
/// <param name="Severity">As understood.</param>
/// <param name="Incident">Id of the incident it belongs to, if any.</param>
/// <param name="Fingerprint">What makes it the same alert as another; empty when it was not looked at.</param>
/// <param name="Count">How many alerts or lines this decision is about.</param>
internal sealed record Decision(
    [property: JsonPropertyName("decision")] string Outcome, string Reason, string Service, string Severity, string? Incident, string? Fingerprint, int Count);
