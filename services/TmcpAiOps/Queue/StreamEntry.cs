using System.Text.Json;
using StackExchange.Redis;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Incidents;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Queue;

/// <summary>One thing to do, as it stands in the stream.</summary>
/// <param name="Id">Its place in the stream.</param>
/// <param name="Kind">One of <see cref="EntryKind"/>.</param>
/// <param name="Incident">Whose it is.</param>
/// <param name="SignalJson">The signal, still as JSON; null for a due entry.</param>
/// <param name="TraceParent">W3C context of the request that brought it.</param>
internal sealed record StreamEntry(string Id, string Kind, string Incident, string? SignalJson, string? TraceParent)
{
    /// <summary>When it was added, by Redis' clock: the first half of its id.</summary>
    public DateTimeOffset AddedAt => long.TryParse(Id.AsSpan(0, Math.Max(0, Id.IndexOf('-'))), out var milliseconds)
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        : DateTimeOffset.UnixEpoch;

    /// <exception cref="JsonException">The entry was not written by this service.</exception>
    public Signal? ReadSignal() => string.IsNullOrEmpty(SignalJson) ? null : JsonSerializer.Deserialize(SignalJson, IncidentJson.Default.Signal);

    /// <summary>Reads <c>[id, [field, value, …]]</c>; an entry that was removed in the meantime has no fields.</summary>
    public static StreamEntry? Read(RedisResult result)
    {
        if (result.Items() is not [var id, var list, ..] || list.IsNull)
            return null;
        var fields = list.Strings();
        string? Field(string name)
        {
            var at = Array.IndexOf(fields, name);
            return at >= 0 && at + 1 < fields.Length ? fields[at + 1] : null;
        }

        return new StreamEntry((string)id!, Field("kind") ?? "", Field("incident") ?? "", Field("signal"), Field("trace"));
    }

    public static IReadOnlyList<StreamEntry> ReadAll(RedisResult result) => [.. result.Items().Select(Read).OfType<StreamEntry>()];
}
