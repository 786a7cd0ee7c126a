namespace Tmcp.AiOps.Intake;

/// <summary>What can become of an alert. Also the values of the counters' label.</summary>
internal static class Outcomes
{
    public const string Accepted = "accepted";

    public const string Grouped = "grouped";

    public const string Reopened = "reopened";

    public const string Repeat = "repeat";

    public const string Resolved = "resolved";

    public const string NothingOpen = "nothing_open";

    public const string BelowSeverity = "below_severity";

    public const string Own = "own_line";

    public const string NoText = "no_text";

    public const string GroupFull = "group_full";
}
