namespace Tmcp.AiOps.Queue;

/// <summary>Why an incident must be looked at.</summary>
internal static class EntryKind
{
    public const string Firing = "firing";

    public const string Resolved = "resolved";

    /// <summary>Its time has come: a flapping one may be still now, a silent one quiet.</summary>
    public const string Due = "due";
}
