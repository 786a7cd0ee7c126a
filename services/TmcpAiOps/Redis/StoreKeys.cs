namespace Tmcp.AiOps.Redis;

/// <summary>Every key in one place: tenant, area, name.</summary>
internal sealed class StoreKeys(string prefix)
{
    /// <summary>Stream of what was accepted and is not done yet.</summary>
    public string Stream { get; } = $"{prefix}:alerts";

    /// <summary>Stream of what could not be done.</summary>
    public string DeadLetters { get; } = $"{prefix}:dead-letters";

    /// <summary>Sorted set of incident ids by the time they were opened, in milliseconds.</summary>
    public string Incidents { get; } = $"{prefix}:incidents";

    /// <summary>Sorted set of incident ids by the time at which somebody must look at them again, in milliseconds.</summary>
    public string Due { get; } = $"{prefix}:due";

    /// <summary>Hash: how often work on an entry was begun and not ended, by entry.</summary>
    public string Attempts { get; } = $"{prefix}:attempts";

    /// <summary>Present while notifications are paused.</summary>
    public string Paused { get; } = $"{prefix}:paused";

    /// <summary>Hash of an open group: <c>incident</c>, <c>f:fingerprint</c> = how often seen, <c>q:fingerprint</c> = its entry is in the stream, <c>over</c> = all of its alerts are over.</summary>
    public string Group(string group) => $"{prefix}:group:{group}";

    /// <summary>The incident as JSON.</summary>
    public string Incident(string id) => $"{prefix}:incident:{id}";

    /// <summary>List of what happened to the incident, as JSON.</summary>
    public string Timeline(string id) => $"{prefix}:timeline:{id}";

    /// <summary>Who works on the incident.</summary>
    public string Lease(string id) => $"{prefix}:lease:{id}";
}
