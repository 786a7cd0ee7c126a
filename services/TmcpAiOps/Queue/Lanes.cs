using System.Collections.Concurrent;

namespace Tmcp.AiOps.Queue;

/// <summary>Runs work in order for each incident, side by side for different ones.</summary>
internal sealed class Lanes
{
    private readonly Dictionary<string, (Task Tail, int Entries)> _lanes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _entries = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Entries in any lane.</summary>
    public int Count => _entries.Count;

    /// <summary>Ids of the entries in any lane.</summary>
    public IReadOnlyList<string> EntryIds => [.. _entries.Keys];

    /// <summary>Puts an entry at the end of its incident's lane; false when it is in one already.</summary>
    public bool TryAdd(StreamEntry entry, Func<StreamEntry, Task> work)
    {
        if (!_entries.TryAdd(entry.Id, entry.Incident))
            return false;
        lock (_lock)
        {
            // It yields before it does anything, so its end finds what is written here.
            var (tail, entries) = _lanes.GetValueOrDefault(entry.Incident, (Task.CompletedTask, 0));
            _lanes[entry.Incident] = (RunAsync(tail, entry, work), entries + 1);
        }

        return true;
    }

    /// <summary>Ends when all lanes are empty; nothing may be added any more.</summary>
    public async Task DrainAsync()
    {
        Task[] tails;
        lock (_lock)
            tails = [.. _lanes.Values.Select(lane => lane.Tail)];
        await Task.WhenAll(tails);
    }

    private async Task RunAsync(Task before, StreamEntry entry, Func<StreamEntry, Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await work(entry);
        }
        finally
        {
            _entries.TryRemove(entry.Id, out _);
            lock (_lock)
            {
                // Only the last of a lane takes the lane away.
                var (tail, entries) = _lanes[entry.Incident];
                if (entries == 1)
                    _lanes.Remove(entry.Incident);
                else
                    _lanes[entry.Incident] = (tail, entries - 1);
            }
        }
    }
}
