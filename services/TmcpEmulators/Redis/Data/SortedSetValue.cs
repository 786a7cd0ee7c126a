namespace TmcpEmulators.Redis.Data;

/// <summary>
/// Members with scores. Beside the map lies one sorted array: an insertion moves what lies behind it, at most a few microseconds for
/// the hundred thousand members that a development machine sees, and rank and range cost a binary search.
/// </summary>
internal sealed class SortedSetValue : RedisValue
{
    private readonly List<ScoredMember> _order = [];

    public SlotMap<double> Scores { get; } = new();

    /// <summary>By score, then by member.</summary>
    public IReadOnlyList<ScoredMember> Order => _order;

    public int Count => _order.Count;

    public override string Type => "zset";

    public override string Encoding => Count <= 128 && Scores.Keys.All(member => member.Length <= 64) ? "listpack" : "skiplist";

    public override bool IsEmpty => _order.Count == 0;

    public double? Score(byte[] member) => Scores.TryGet(member, out var score) ? score : null;

    /// <summary>Sets the score and returns whether the member is new.</summary>
    public bool Set(byte[] member, double score)
    {
        var isNew = !Scores.TryGet(member, out var old);
        if (!isNew)
        {
            if (old.Equals(score))
                return false;
            _order.RemoveAt(_order.BinarySearch(new(member, old)));
        }
        else
        {
            Grow(member.Length + MemoryMeter.ItemOverhead + 16);
        }

        Scores.Set(member, score);
        var item = new ScoredMember(member, score);
        _order.Insert(~_order.BinarySearch(item), item);
        return isNew;
    }

    public bool Remove(byte[] member)
    {
        if (!Scores.Remove(member, out var score))
            return false;
        _order.RemoveAt(_order.BinarySearch(new(member, score)));
        Grow(-(member.Length + MemoryMeter.ItemOverhead + 16));
        return true;
    }

    public void RemoveRange(int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            Scores.Remove(_order[i].Member);
            Grow(-(_order[i].Member.Length + MemoryMeter.ItemOverhead + 16));
        }

        _order.RemoveRange(start, count);
    }

    /// <summary>Place in the order from 0, or null.</summary>
    public int? Rank(byte[] member) => Score(member) is { } score ? _order.BinarySearch(new(member, score)) : null;

    /// <summary>Index of the first item for which <paramref name="reached"/> is true; it must be false before and true from there on.</summary>
    public int FirstWhere(Func<ScoredMember, bool> reached)
    {
        var (low, high) = (0, _order.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (reached(_order[middle]))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    public override RedisValue Clone()
    {
        var copy = new SortedSetValue();
        foreach (var (member, score) in _order)
            copy.Set(member, score);
        return copy;
    }
}
