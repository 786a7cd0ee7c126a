using System.Collections.Concurrent;
using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>The processes dcp runs for us, so that they can be ended when dcp does not do it, or not soon enough. Thread-safe.</summary>
internal sealed class ProcessLedger(Action<IEnumerable<ProcessIdentity>> onChange)
{
    private readonly ConcurrentDictionary<string, ProcessIdentity> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _last = new(StringComparer.Ordinal);

    /// <summary>Others still send to this instance while they end: it is not asked to end before they have.</summary>
    public void KeepUntilLast(string name) => _last[name] = true;

    /// <summary>Notes what a watch says about an executable.</summary>
    public void Track(DcpWatchEvent<DcpExecutable> change)
    {
        var name = change.Object.Metadata.Name;
        if (!change.IsDeleted && change.Object.Status is { Pid: { } pid } status && !DcpStates.IsFinal(status.State))
        {
            if (!(_running.TryGetValue(name, out var known) && known.Pid == pid) && ProcessIdentity.Find(pid) is { } identity)
            {
                _running[name] = identity;
                onChange(_running.Values);
            }
        }
        else if (_running.TryRemove(name, out _))
        {
            onChange(_running.Values);
        }
    }

    /// <summary>Every process of the ledger with all its descendants, as they are now.</summary>
    public IReadOnlyList<ProcessIdentity> Everything() => Families(_ => true);

    /// <summary>Asks everything but what is kept until last to end. Returns whom it has asked.</summary>
    public IReadOnlyList<ProcessIdentity> TerminateAllButLast() => Terminate(name => !_last.ContainsKey(name));

    /// <summary>Asks what was kept until last to end.</summary>
    public void TerminateLast() => Terminate(_last.ContainsKey);

    /// <summary>
    /// Asks the descendants of one process to end. dcp signals only the process it started, and not every
    /// wrapper passes the signal on: <c>npm run</c> dies and leaves its grandchild, which dcp then waits 6 s for.
    /// </summary>
    public void TerminateDescendants(string name)
    {
        if (!_running.TryGetValue(name, out var root) || !root.IsAlive)
            return;
        foreach (var child in ProcessTree.DescendantsOf(root.Pid))
            Signals.Terminate(child);
    }

    private ProcessIdentity[] Terminate(Func<string, bool> condition)
    {
        var asked = Families(condition);
        foreach (var process in asked)
            Signals.Terminate(process.Pid);
        return asked;
    }

    private ProcessIdentity[] Families(Func<string, bool> condition)
    {
        ProcessIdentity[] roots = [.. _running.Where(entry => condition(entry.Key)).Select(entry => entry.Value).Where(root => root.IsAlive)];
        return [.. roots.Concat(ProcessTree.DescendantsOf(roots.Select(root => root.Pid)).Select(ProcessIdentity.Find).OfType<ProcessIdentity>()).Distinct()];
    }
}
