namespace TmcpEmulators.Redis.Data;

/// <summary>Fields and their values.</summary>
internal sealed class HashValue : RedisValue
{
    public SlotMap<byte[]> Fields { get; } = new();

    public override string Type => "hash";

    public override string Encoding => Fields.Count <= 128 && Fields.Items.All(item => item.Key.Length <= 64 && item.Value.Length <= 64) ? "listpack" : "hashtable";

    public override bool IsEmpty => Fields.Count == 0;

    public byte[]? Get(byte[] field) => Fields.TryGet(field, out var value) ? value : null;

    public bool Set(byte[] field, byte[] value)
    {
        var old = Get(field);
        Grow(old is null ? field.Length + value.Length + MemoryMeter.ItemOverhead : value.Length - old.Length);
        return Fields.Set(field, value);
    }

    public bool Remove(byte[] field)
    {
        if (!Fields.Remove(field, out var value))
            return false;
        Grow(-(field.Length + value.Length + MemoryMeter.ItemOverhead));
        return true;
    }

    public override RedisValue Clone()
    {
        var copy = new HashValue();
        foreach (var (field, value) in Fields.Items)
            copy.Set(field, value);
        return copy;
    }
}
