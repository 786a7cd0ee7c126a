using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The last lines of one resource or instance, and who follows them. Not thread-safe: its owner holds a lock.</summary>
internal sealed class ResourceLog
{
    /// <summary>Lines kept; older ones are dropped.</summary>
    public const int Capacity = 10_000;

    private readonly Queue<(LogLine Line, bool IsShared)> _lines = new();
    private readonly List<ChannelWriter<LogLine>> _watchers = [];
    private int _lastNumber;

    public bool IsComplete { get; private set; }

    public void Append(LogEntry entry)
    {
        if (IsComplete)
            return;

        var line = new LogLine(++_lastNumber, entry.Content, entry.IsError);
        if (_lines.Count == Capacity)
            _lines.Dequeue();
        _lines.Enqueue((line, entry.IsShared));
        foreach (var watcher in _watchers)
            watcher.TryWrite(line);
    }

    public LogLine[] Backlog() => [.. _lines.Select(entry => entry.Line)];

    public IEnumerable<LogEntry> SharedEntries()
        => _lines.Where(entry => entry.IsShared).Select(entry => new LogEntry(entry.Line.Content, entry.Line.IsErrorMessage, true));

    public void Clear() => _lines.Clear();

    public void Follow(ChannelWriter<LogLine> watcher)
    {
        if (IsComplete)
            watcher.TryComplete();
        else
            _watchers.Add(watcher);
    }

    public void Unfollow(ChannelWriter<LogLine> watcher) => _watchers.Remove(watcher);

    public void Complete()
    {
        IsComplete = true;
        foreach (var watcher in _watchers)
            watcher.TryComplete();
        _watchers.Clear();
    }
}
