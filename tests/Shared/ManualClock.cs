namespace Tmcp.Tests.Shared;

/// <summary>A clock that stands still until <see cref="Advance"/> is called; timers fire in order of their due time. Thread-safe.</summary>
/// <param name="realTimers">Timers run by the system's clock instead: a limit of time then ends what hangs, also when nobody moves this clock on.</param>
internal sealed class ManualClock(bool realTimers = false) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _start + _elapsed;
    }

    public override long GetTimestamp()
    {
        lock (_lock)
            return _elapsed.Ticks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (realTimers)
            return System.CreateTimer(callback, state, dueTime, period);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves time on and runs, on this thread, every timer that falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        TimeSpan target;
        lock (_lock)
            target = _elapsed + by;

        while (NextDue(target) is { } timer)
            timer.Fire();

        lock (_lock)
            _elapsed = target;
    }

    private ManualTimer? NextDue(TimeSpan target)
    {
        lock (_lock)
        {
            var next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null)
                return null;
            _elapsed = next.Due > _elapsed ? next.Due.Value : _elapsed;
            next.Reschedule();
            return next;
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public TimeSpan? Due { get; private set; }

        public void Fire() => callback(state);

        public void Reschedule() => Due = _period > TimeSpan.Zero ? Due + _period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                _period = period;
                Due = dueTime < TimeSpan.Zero ? null : clock._elapsed + dueTime;
                clock._timers.Remove(this);
                if (Due is not null)
                    clock._timers.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                Due = null;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
