using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Incidents;

/// <summary>One firing signal on its way through Redis: what to ask, and what follows from the answer.</summary>
internal sealed class Firing(Signal signal, string? traceParent, string key, string newIncident)
{
    private const string IncidentField = "incident";
    private const string OverField = "over";

    // Continues elsewhere: whoever completes it has the next signals waiting.
    private readonly TaskCompletionSource<Decision> _decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Decision? _decision;

    public Signal Signal => signal;

    /// <summary>Ends when the signal is stored, or known not to need it.</summary>
    public Task<Decision> Decided => _decided.Task;

    /// <summary>Reserves the group for a new incident, unless it has one; counts the fingerprint; reads what is known; renews the group's time.</summary>
    public object[][] Questions(TimeSpan window) =>
    [
        ["HSETNX", key, IncidentField, newIncident],
        ["HINCRBY", key, $"f:{signal.Fingerprint}", signal.Count],
        ["HMGET", key, IncidentField, $"q:{signal.Fingerprint}", OverField],
        ["HLEN", key],
        ["PEXPIRE", key, (long)window.TotalMilliseconds],
    ];

    /// <summary>Decides by the answers.</summary>
    /// <returns>What is still to be written before the decision may be told.</returns>
    public IReadOnlyList<object[]> Decide(ReadOnlySpan<StackExchange.Redis.RedisResult> answers, AlertStream stream, GroupingOptions options, DateTimeOffset now)
    {
        var isNew = (long)answers[0] == 1;
        var isFirst = (long)answers[1] == signal.Count;
        var fields = answers[2].Strings();
        var incident = fields[0] ?? newIncident;
        if (fields[1] is not null)
        {
            _decision = Take(Outcomes.Repeat, $"repeat of {incident}", incident);
            return LimitAge(incident, options, now);
        }

        // The incident's id, and two fields of each member that is in the stream.
        var joined = !isNew && isFirst ? (long)answers[3] : 0;
        if (joined > (2L * options.MaxMembers) + 1)
        {
            _decision = Take(Outcomes.GroupFull, $"{incident} has {options.MaxMembers} different alerts already", incident);
            return [["HDEL", key, $"f:{signal.Fingerprint}"]];
        }

        object[] add = stream.AddCommand(EntryKind.Firing, incident, signal, traceParent), note = ["HSET", key, $"q:{signal.Fingerprint}", "1"];
        if (fields[2] is not null)
        {
            _decision = Take(Outcomes.Reopened, $"reopens {incident}", incident);
            return [add, note, ["HDEL", key, OverField]];
        }

        // The same alert from two senders at once, or again after a failure: as new as the first.
        _decision = joined == 0 || signal.Group == signal.Fingerprint
            ? Take(Outcomes.Accepted, "accepted", incident)
            : Take(Outcomes.Grouped, $"grouped into {incident}", incident);
        return [add, note];
    }

    /// <summary>All is written: the sender may be told.</summary>
    public void Complete() => _decided.TrySetResult(_decision!);

    public void Fail(Exception exception) => _decided.TrySetException(exception);

    // The repeats renew the group for ever; past its age it ends all the same, and the next alert is news.
    private IReadOnlyList<object[]> LimitAge(string incident, GroupingOptions options, DateTimeOffset now)
    {
        var window = options.WindowOf(signal);
        return window != options.RepeatWindow || IncidentId.OpenedAt(incident) is not { } opened || opened + options.RemindAfter - now >= window
            ? []
            : [["PEXPIREAT", key, (opened + options.RemindAfter).ToUnixTimeMilliseconds()]];
    }

    private Decision Take(string outcome, string reason, string incident) =>
        new(outcome, reason, signal.Service, SeverityWords.Name(signal.Severity), incident, signal.Fingerprint, signal.Count);
}
