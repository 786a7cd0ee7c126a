using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Incidents;

/// <summary>
/// Decides whether a signal is news, with all state in Redis. Firing ones go through <see cref="FiringQueue"/>, resolved ones are rare and
/// go by themselves.
/// </summary>
internal sealed class AlertGate(FiringQueue firings, RedisStore store, AlertStream stream, IOptions<GroupingOptions> options)
{
    private const string IncidentField = "incident";
    private const string OverField = "over";

    /// <exception cref="StoreException">Nothing was decided; sending again is safe.</exception>
    public Task<Decision> AdmitAsync(Signal signal, string? traceParent) =>
        signal.Resolved ? ResolveAsync(signal, traceParent) : firings.TakeAsync(signal, traceParent);

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

    private static Decision Decide(string outcome, string reason, Signal signal, string? incident) =>
        new(outcome, reason, signal.Service, SeverityWords.Name(signal.Severity), incident, signal.Fingerprint, signal.Count);
}
