using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Queue;

/// <summary>What was given up, kept for a person to look at and to send again.</summary>
internal sealed class DeadLetters(RedisStore store, AlertStream stream, WakeUp wakeUp, IOptions<QueueOptions> options)
{
    /// <summary>Moves an entry here: it is in one of the two places at every moment.</summary>
    public Task BuryAsync(StreamEntry entry, string reason) => store.TransactAsync(
    [
        ["XADD", store.Keys.DeadLetters, "MAXLEN", "~", options.Value.MaxDeadLetters, "*", "kind", entry.Kind, "incident", entry.Incident,
            "signal", entry.SignalJson ?? "", "trace", entry.TraceParent ?? "", "reason", reason],
        .. stream.EndCommands(entry.Id),
    ]);

    public async Task<DeadLetterList> ListAsync(int most)
    {
        var total = (long)await store.ExecuteAsync("XLEN", store.Keys.DeadLetters);
        var entries = (await store.ExecuteAsync("XREVRANGE", store.Keys.DeadLetters, "+", "-", "COUNT", most)).Items();
        return new DeadLetterList(total, [.. entries.Select(Read).OfType<DeadLetter>()]);
    }

    /// <summary>Puts one back into the stream; false when there is none with the id.</summary>
    public async Task<bool> ReplayAsync(string id)
    {
        var found = (await store.ExecuteAsync("XRANGE", store.Keys.DeadLetters, id, id)).Items();
        if (found is not [var only] || StreamEntry.Read(only) is not { } entry)
            return false;
        await store.TransactAsync(
            ["XADD", store.Keys.Stream, "*", "kind", entry.Kind, "incident", entry.Incident, "signal", entry.SignalJson ?? "", "trace", entry.TraceParent ?? "", "replay", "1"],
            ["XDEL", store.Keys.DeadLetters, id]);
        wakeUp.Signal();
        return true;
    }

    /// <summary>Puts all back, oldest first.</summary>
    public async Task<int> ReplayAllAsync()
    {
        var count = 0;
        // Those that die again meanwhile are added behind this end.
        var all = (await store.ExecuteAsync("XRANGE", store.Keys.DeadLetters, "-", "+", "COUNT", options.Value.MaxDeadLetters)).Items();
        foreach (var entry in all.Select(StreamEntry.Read).OfType<StreamEntry>())
            count += await ReplayAsync(entry.Id) ? 1 : 0;
        return count;
    }

    private static DeadLetter? Read(RedisResult result)
    {
        if (StreamEntry.Read(result) is not { } entry)
            return null;
        var fields = result.Items()[1].Strings();
        var reason = fields[Array.IndexOf(fields, "reason") + 1] ?? "";
        return new DeadLetter(entry.Id, entry.Kind, entry.Incident, reason, entry.AddedAt, TryReadSignal(entry));
    }

    private static Alerts.Signal? TryReadSignal(StreamEntry entry)
    {
        try
        {
            return string.IsNullOrEmpty(entry.SignalJson) ? null : entry.ReadSignal();
        }
        catch (JsonException)
        {
            return null; // Not readable may be why it is here.
        }
    }
}
