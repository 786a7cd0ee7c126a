using System.Runtime.InteropServices;

namespace Tmcp.ServiceDefaults.Limits;

/// <summary>Counters of one window; a later window begins with none. Bounded and thread-safe.</summary>
internal sealed class LocalCounters
{
    // About 20 MB. When so many users call within a minute, that some get more calls than others matters least.
    private const int Capacity = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _counts = [];
    private long _window;

    public long Add(long window, string key)
    {
        lock (_gate)
        {
            if (window != _window || _counts.Count >= Capacity)
                _counts.Clear();
            _window = window;
            return ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
        }
    }
}
