using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Incidents;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Queue;

/// <summary>The stream of accepted work and its one consumer group. An entry leaves the stream when it is done.</summary>
internal sealed class AlertStream(RedisStore store, IOptions<QueueOptions> options, WakeUp wakeUp)
{
    private const string GroupName = "aiops";

    private const int Page = 500;

    private string Consumer => options.Value.Consumer;

    /// <summary>The command that adds an entry, for a transaction.</summary>
    public object[] AddCommand(string kind, string incident, Signal? signal, string? traceParent) =>
    [
        "XADD", store.Keys.Stream, "*", "kind", kind, "incident", incident,
        "signal", signal is null ? "" : JsonSerializer.Serialize(signal, IncidentJson.Default.Signal),
        "trace", traceParent ?? "",
    ];

    /// <summary>After a transaction with <see cref="AddCommand"/>: the reader need not wait for its next look.</summary>
    public void Announce() => wakeUp.Signal();

    public async Task CreateGroupAsync()
    {
        try
        {
            await store.ExecuteAsync("XGROUP", "CREATE", store.Keys.Stream, GroupName, "0", "MKSTREAM");
        }
        catch (StoreException exception) when (exception.InnerException is RedisServerException { Message: var message } && message.StartsWith("BUSYGROUP", StringComparison.Ordinal))
        {
            // It is there.
        }
    }

    /// <summary>Entries that nobody has yet.</summary>
    public Task<IReadOnlyList<StreamEntry>> ReadNewAsync(int count) => ReadAsync(count, ">");

    /// <summary>Entries that this consumer took before, after the given one, and did not finish: those of its life before a crash.</summary>
    public Task<IReadOnlyList<StreamEntry>> ReadOwnAsync(int count, string after) => ReadAsync(count, after);

    /// <summary>Takes over entries that their consumer has left alone for too long.</summary>
    public async Task<IReadOnlyList<StreamEntry>> ClaimAbandonedAsync(int count)
    {
        var idle = (long)options.Value.ClaimAfter.TotalMilliseconds;
        var answer = await store.ExecuteAsync("XAUTOCLAIM", store.Keys.Stream, GroupName, Consumer, idle, "0-0", "COUNT", count);
        return answer.Items() is [_, var entries, ..] ? StreamEntry.ReadAll(entries) : [];
    }

    /// <summary>Says that this consumer still works on the entries, so that nobody claims them.</summary>
    public async Task KeepAsync(IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
            await store.ExecuteAsync("XCLAIM", [store.Keys.Stream, GroupName, Consumer, 0, .. ids, "JUSTID"]);
    }

    /// <summary>The commands that end an entry, for a transaction.</summary>
    public object[][] EndCommands(string id) =>
    [
        ["XACK", store.Keys.Stream, GroupName, id],
        ["XDEL", store.Keys.Stream, id],
        ["HDEL", store.Keys.Attempts, id],
    ];

    public Task EndAsync(string id) => store.TransactAsync(EndCommands(id));

    /// <summary>The oldest entry about an incident that waits or is being worked on. Done entries are gone, so the stream is short or the service is far behind.</summary>
    public async Task<StreamEntry?> FindAsync(string incident)
    {
        for (var from = "-"; ;)
        {
            var entries = StreamEntry.ReadAll(await store.ExecuteAsync("XRANGE", store.Keys.Stream, from, "+", "COUNT", Page));
            if (entries.FirstOrDefault(entry => entry.Incident == incident) is { } found)
                return found;
            if (entries.Count < Page)
                return null;
            from = $"({entries[^1].Id}";
        }
    }

    public async Task<long> LengthAsync() => (long)await store.ExecuteAsync("XLEN", store.Keys.Stream);

    private async Task<IReadOnlyList<StreamEntry>> ReadAsync(int count, string from)
    {
        var answer = await store.ExecuteAsync(
            "XREADGROUP", "GROUP", GroupName, Consumer, "COUNT", count, "STREAMS", store.Keys.Stream, from);
        return answer.Items() is [var only, ..] && only.Items() is [_, var entries] ? StreamEntry.ReadAll(entries) : [];
    }
}
