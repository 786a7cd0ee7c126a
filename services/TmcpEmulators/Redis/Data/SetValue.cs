using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Data;

/// <summary>A set of members.</summary>
internal sealed class SetValue : RedisValue
{
    public SlotMap<bool> Members { get; } = new();

    public int Count => Members.Count;

    public override string Type => "set";

    public override string Encoding => Count <= 512 && Members.Keys.All(member => Numbers.TryLong(member, out _)) ? "intset" : "hashtable";

    public override bool IsEmpty => Members.Count == 0;

    public bool Contains(byte[] member) => Members.Contains(member);

    public bool Add(byte[] member)
    {
        if (!Members.Set(member, value: true))
            return false;
        Grow(member.Length + MemoryMeter.ItemOverhead);
        return true;
    }

    public bool Remove(byte[] member)
    {
        if (!Members.Remove(member))
            return false;
        Grow(-(member.Length + MemoryMeter.ItemOverhead));
        return true;
    }

    public override RedisValue Clone()
    {
        var copy = new SetValue();
        foreach (var member in Members.Keys)
            copy.Add(member);
        return copy;
    }
}
