using System.Text.Json.Serialization;

namespace Tmcp.AiOps.Incidents;

[JsonConverter(typeof(JsonStringEnumConverter<IncidentState>))]
internal enum IncidentState
{
    /// <summary>At least one of its alerts is firing.</summary>
    Firing,

    /// <summary>All of its alerts were reported as resolved.</summary>
    Resolved,

    /// <summary>Nobody has reported it for the repeat window, nor that it is over.</summary>
    Quiet,
}
