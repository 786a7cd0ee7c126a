using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Incidents;

/// <summary>
/// Decides whether a signal is news, with all state in Redis. The steps for a firing signal:
/// 1. reserve the group for a new incident, unless it has one; count the fingerprint; read what is known; renew the group's time;
/// 2. when the fingerprint has no entry in the stream yet, add one, then note that it is there.
/// A crash between the two leaves a reservation without an entry: the sender was not told 202, sends again, and step 2 makes up for it.
/// Two senders at once may both add an entry: work on an incident can be repeated without effect.
/// </summary>
internal sealed class AlertGate(RedisStore store, AlertStream stream, IOptions<GroupingOptions> options, TimeProvider clock)
{
    private const string IncidentField = "incident";
    private const string OverField = "over";

    /// <exception cref="StoreException">Nothing was decided; sending again is safe.</exception>
    public Task<Decision> AdmitAsync(Signal signal, string? traceParent) =>
        signal.Resolved ? ResolveAsync(signal, traceParent) : FireAsync(signal, traceParent);

    private async Task<Decision> FireAsync(Signal signal, string? traceParent)
    {
        var now = clock.GetUtcNow();
        var newId = IncidentId.New(now);
        var key = store.Keys.Group(signal.Group);
        var window = (long)options.Value.WindowOf(signal).TotalMilliseconds;
        var results = await store.PipelineAsync(
            ["HSETNX", key, IncidentField, newId],
            ["HINCRBY", key, $"f:{signal.Fingerprint}", signal.Count],
            ["HMGET", key, IncidentField, $"q:{signal.Fingerprint}", OverField],
            ["PEXPIRE", key, window]);

        var isNew = (long)results[0] == 1;
        var isFirst = (long)results[1] == signal.Count;
        var fields = results[2].Strings();
        var incident = fields[0] ?? newId;
        if (fields[1] is not null)
        {
            await LimitAgeAsync(key, signal, incident, now);
            return Decide(Outcomes.Repeat, $"repeat of {incident}", signal, incident);
        }

        var joined = !isNew && isFirst ? await CountFieldsAsync(key) : 0;
        if (joined > (2L * options.Value.MaxMembers) + 1)
        {
            await store.ExecuteAsync("HDEL", key, $"f:{signal.Fingerprint}");
            return Decide(Outcomes.GroupFull, $"{incident} has {options.Value.MaxMembers} different alerts already", signal, incident);
        }

        await QueueAsync(key, signal, incident, traceParent);
        if (fields[2] is not null)
        {
            await store.ExecuteAsync("HDEL", key, OverField);
            return Decide(Outcomes.Reopened, $"reopens {incident}", signal, incident);
        }

        // The same alert from two senders at once, or again after a failure: as new as the first.
        return joined == 0 || signal.Group == signal.Fingerprint
            ? Decide(Outcomes.Accepted, "accepted", signal, incident)
            : Decide(Outcomes.Grouped, $"grouped into {incident}", signal, incident);
    }

    // Both or none: a full Redis refuses the first, and then the second must not claim it.
    private async Task QueueAsync(string key, Signal signal, string incident, string? traceParent)
    {
        await store.TransactAsync(
            stream.AddCommand(EntryKind.Firing, incident, signal, traceParent),
            ["HSET", key, $"q:{signal.Fingerprint}", "1"]);
        stream.Announce();
    }

    private async Task<Decision> ResolveAsync(Signal signal, string? traceParent)
    {
        var key = store.Keys.Group(signal.Group);
        var fields = (await store.ExecuteAsync("HMGET", key, IncidentField, $"q:{signal.Fingerprint}")).Strings();
        if (fields[0] is not { } incident || fields[1] is null)
            return Decide(Outcomes.NothingOpen, "resolved, but no open incident has it", signal, fields[0]);

        // Together, so that a later firing of the same alert is news exactly when this entry comes before it in the stream.
        var results = await store.TransactAsync(
            stream.AddCommand(EntryKind.Resolved, incident, signal, traceParent),
            ["HDEL", key, $"f:{signal.Fingerprint}", $"q:{signal.Fingerprint}"],
            ["HLEN", key]);
        stream.Announce();
        if ((long)results[2] <= 1)
        {
            await Task.WhenAll(
                store.ExecuteAsync("HSET", key, OverField, "1"),
                store.ExecuteAsync("PEXPIRE", key, (long)options.Value.ReopenWithin.TotalMilliseconds));
        }


        return Decide(Outcomes.Resolved, $"resolved {incident}", signal, incident);
    }

    // The repeats renew the group for ever; past its age it ends all the same, and the next alert is news.
    private async Task LimitAgeAsync(string key, Signal signal, string incident, DateTimeOffset now)
    {
        var window = options.Value.WindowOf(signal);
        if (window != options.Value.RepeatWindow || IncidentId.OpenedAt(incident) is not { } opened || opened + options.Value.RemindAfter - now >= window)
            return;
        await store.ExecuteAsync("PEXPIREAT", key, (opened + options.Value.RemindAfter).ToUnixTimeMilliseconds());
    }

    // The incident's id, and two fields of each member that is in the stream.
    private async Task<long> CountFieldsAsync(string key) => (long)await store.ExecuteAsync("HLEN", key);

    private static Decision Decide(string outcome, string reason, Signal signal, string? incident) =>
        new(outcome, reason, signal.Service, SeverityWords.Name(signal.Severity), incident, signal.Fingerprint, signal.Count);
}
