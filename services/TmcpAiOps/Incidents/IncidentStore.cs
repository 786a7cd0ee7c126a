using System.Text.Json;
using Microsoft.Extensions.Options;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Incidents;

/// <summary>Incidents and their timelines in Redis, bounded in number and age.</summary>
internal sealed class IncidentStore(RedisStore store, IOptions<IncidentOptions> options, TimeProvider clock)
{
    private long Keep => (long)options.Value.KeepFor.TotalMilliseconds;

    public async Task<Incident?> FindAsync(string id)
    {
        var json = (string?)await store.ExecuteAsync("GET", store.Keys.Incident(id));
        return json is null ? null : JsonSerializer.Deserialize(json, IncidentJson.Default.Incident);
    }

    /// <summary>
    /// Stores a new incident, unless it is there already: its record, its place in the list and the time at which it is looked at again, all or
    /// none. A Redis that refuses one of them would else leave an incident that nobody lists and nobody looks at.
    /// </summary>
    public async Task CreateAsync(Incident incident, DateTimeOffset lookAgainAt)
    {
        var results = await store.TransactAsync(
            ["SET", store.Keys.Incident(incident.Id), JsonSerializer.Serialize(incident, IncidentJson.Default.Incident), "PX", Keep, "NX"],
            ["ZADD", store.Keys.Incidents, "NX", incident.OpenedAt.ToUnixTimeMilliseconds(), incident.Id],
            ["ZADD", store.Keys.Due, "NX", lookAgainAt.ToUnixTimeMilliseconds(), incident.Id]);
        if (!results[0].IsNull)
            await NoteAsync(incident.Id, "opened", $"{incident.First.Source}: {incident.First.Name}".TrimEnd(' ', ':'));
    }

    /// <summary>Takes the oldest out of the list.</summary>
    public Task TrimAsync() => Task.WhenAll(
        store.ExecuteAsync("ZREMRANGEBYRANK", store.Keys.Incidents, 0, -options.Value.MaxListed - 1),
        store.ExecuteAsync("ZREMRANGEBYSCORE", store.Keys.Incidents, "-inf", clock.GetUtcNow().ToUnixTimeMilliseconds() - Keep));

    public Task SaveAsync(Incident incident) => store.ExecuteAsync(
        "SET", store.Keys.Incident(incident.Id), JsonSerializer.Serialize(incident, IncidentJson.Default.Incident), "PX", Keep);

    /// <summary>Adds to the timeline.</summary>
    public Task NoteAsync(string id, string what, string detail)
    {
        var key = store.Keys.Timeline(id);
        var entry = JsonSerializer.Serialize(new TimelineEntry(clock.GetUtcNow(), what, detail), IncidentJson.Default.TimelineEntry);
        return store.PipelineAsync(
            ["RPUSH", key, entry],
            ["LTRIM", key, -options.Value.MaxTimeline, -1],
            ["PEXPIRE", key, Keep]);
    }

    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(string id)
    {
        var entries = (await store.ExecuteAsync("LRANGE", store.Keys.Timeline(id), 0, -1)).Strings();
        return [.. entries.OfType<string>().Select(entry => JsonSerializer.Deserialize(entry, IncidentJson.Default.TimelineEntry)!)];
    }

    /// <summary>The latest incidents, newest first.</summary>
    public async Task<IReadOnlyList<Incident>> ListAsync(int most)
    {
        var ids = (await store.ExecuteAsync("ZREVRANGE", store.Keys.Incidents, 0, most - 1)).Strings();
        if (ids.Length == 0)
            return [];
        var found = (await store.ExecuteAsync("MGET", [.. ids.Select(id => (object)store.Keys.Incident(id!))])).Strings();
        return [.. found.OfType<string>().Select(json => JsonSerializer.Deserialize(json, IncidentJson.Default.Incident)!)];
    }

    /// <summary>Alerts and lines counted for an open group; null when the group is another incident's by now or gone.</summary>
    public async Task<long?> CountAsync(Incident incident)
    {
        var fields = (await store.ExecuteAsync("HGETALL", store.Keys.Group(incident.Group))).Strings();
        long count = 0;
        var isIts = false;
        for (var i = 0; i + 1 < fields.Length; i += 2)
        {
            isIts |= fields[i] == "incident" && fields[i + 1] == incident.Id;
            if (fields[i]!.StartsWith("f:", StringComparison.Ordinal) && long.TryParse(fields[i + 1], out var seen))
                count += seen;
        }

        return isIts ? count : null;
    }

    /// <summary>How long the group stays open without a further alert; null when it is closed or another incident's.</summary>
    public async Task<TimeSpan?> OpenForAsync(Incident incident)
    {
        var key = store.Keys.Group(incident.Group);
        var owner = (string?)await store.ExecuteAsync("HGET", key, "incident");
        var left = (long)await store.ExecuteAsync("PTTL", key);
        return owner == incident.Id && left > 0 ? TimeSpan.FromMilliseconds(left) : null;
    }
}
