using System.Text;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Jobs;

/// <summary>
/// A job that this process runs or has run. Events are numbered from 1. Those of a durable job are shown only when Redis has them: a client that
/// has seen number 7 must find the same number 7 after a restart. Thread-safe.
/// </summary>
internal sealed class Job
{
    private readonly Lock _gate = new();
    private readonly List<string> _events = [];
    private readonly Dictionary<string, string> _parts = [];
    private readonly HashSet<string> _unsavedParts = [];
    private JobState _state;
    private int _saved;
    private bool _endSaved;
    private TaskCompletionSource _changed = NewSignal();

    public Job(JobState state, Caller caller) => (_state, Caller) = (state, caller);

    /// <summary>As Redis keeps it.</summary>
    public Job(JobState state, Caller caller, IEnumerable<string> events, IEnumerable<KeyValuePair<string, string>> parts)
        : this(state, caller)
    {
        _events.AddRange(events);
        _saved = _events.Count;
        foreach (var (part, value) in parts)
            _parts[part] = value;
        Durable = true;
    }

    public string Id => _state.JobId;

    public Caller Caller { get; }

    /// <summary>Whether Redis keeps it.</summary>
    public bool Durable { get; set; }

    /// <summary>Timestamp of the clock until which no other replica can have taken it.</summary>
    public long HeldUntil { get; private set; }

    /// <summary>Held while it is written to Redis, so that writes stay in order.</summary>
    public SemaphoreSlim Saving { get; } = new(1, 1);

    /// <summary>Ends the work.</summary>
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>Why the work was ended from outside.</summary>
    public JobInterruption Interruption { get; private set; }

    public JobState State
    {
        get
        {
            lock (_gate)
                return _state;
        }
    }

    /// <summary>Completes at the next change.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
                return _changed.Task;
        }
    }

    /// <summary>Whether there is something that Redis has not got.</summary>
    public bool IsUnsaved
    {
        get
        {
            lock (_gate)
                return Durable && (_saved < _events.Count || _unsavedParts.Count > 0 || (_state.HasEnded && !_endSaved));
        }
    }

    public void Interrupt(JobInterruption why)
    {
        lock (_gate)
        {
            if (Interruption != JobInterruption.None || _state.HasEnded)
                return;
            Interruption = why;
        }

        Stop.Cancel();
    }

    public void Change(Func<JobState, JobState> change)
    {
        lock (_gate)
            _state = change(_state);
    }

    public void Append(GeneratorEvent generatorEvent, DateTimeOffset now, Func<JobState, JobState>? change = null)
    {
        lock (_gate)
        {
            // Whatever comes after the last event came too late.
            if (_state.HasEnded)
                return;
            _events.Add(Encoding.UTF8.GetString(GeneratorWire.Write(generatorEvent)));
            _state = _state with { LastEventId = _events.Count, UpdatedAt = now };
            _state = change?.Invoke(_state) ?? _state;
            if (!Durable)
                Signal();
        }
    }

    public string? FindPart(string part)
    {
        lock (_gate)
            return _parts.GetValueOrDefault(part);
    }

    public void SetPart(string part, string value, DateTimeOffset now)
    {
        lock (_gate)
        {
            _parts[part] = value;
            _unsavedParts.Add(part);
            _state = _state with { Done = Math.Min(_parts.Count, Math.Max(_state.Total, 1)), UpdatedAt = now };
        }
    }

    /// <summary>Events after a number that may be shown, and whether the last one is among them or before.</summary>
    public (IReadOnlyList<(long Id, string Json)> Events, bool Ended) After(long id)
    {
        lock (_gate)
        {
            var shown = Durable ? _saved : _events.Count;
            var from = (int)Math.Clamp(id, 0, shown);
            return ([.. _events[from..shown].Select((json, index) => (from + index + 1L, json))], _state.HasEnded && shown == _events.Count);
        }
    }

    public JobChange Unsaved()
    {
        lock (_gate)
        {
            return new JobChange(
                _state, [.. _events[_saved..].Select((json, index) => (_saved + index + 1L, json))], _unsavedParts.ToDictionary(part => part, part => _parts[part]));
        }
    }

    public void MarkSaved(JobChange change, long heldUntil)
    {
        lock (_gate)
        {
            _saved = Math.Max(_saved, change.Events.Count == 0 ? 0 : (int)change.Events[^1].Id);
            _unsavedParts.RemoveWhere(part => change.Parts.TryGetValue(part, out var value) && value == _parts[part]);
            _endSaved |= change.State.HasEnded;
            HeldUntil = heldUntil;
            Signal();
        }
    }

    /// <summary>For a Redis that has lost it: everything is to be written again.</summary>
    public void MarkAllUnsaved()
    {
        lock (_gate)
        {
            _saved = 0;
            _unsavedParts.UnionWith(_parts.Keys);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }
}

/// <summary>What Redis has not got yet.</summary>
internal sealed record JobChange(JobState State, IReadOnlyList<(long Id, string Json)> Events, IReadOnlyDictionary<string, string> Parts);

internal enum JobInterruption
{
    None,

    /// <summary>Its owner does not want it any more.</summary>
    Cancelled,

    /// <summary>Another replica runs it.</summary>
    Lost,

    /// <summary>The process ends.</summary>
    Stopping,

    /// <summary>It took too long.</summary>
    TimeIsUp,
}
