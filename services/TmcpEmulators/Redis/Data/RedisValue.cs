namespace TmcpEmulators.Redis.Data;

/// <summary>What a key holds. Each kind keeps count of its own size.</summary>
internal abstract class RedisValue
{
    private MemoryMeter? _meter;

    /// <summary>As TYPE answers.</summary>
    public abstract string Type { get; }

    /// <summary>As OBJECT ENCODING answers for a value of this size.</summary>
    public abstract string Encoding { get; }

    /// <summary>A container without items does not exist: its key goes with the last of them.</summary>
    public abstract bool IsEmpty { get; }

    public long Size { get; private set; }

    /// <summary>A deep copy, for COPY.</summary>
    public abstract RedisValue Clone();

    /// <summary>Counts the value in, or out again with null.</summary>
    public void Meter(MemoryMeter? meter)
    {
        _meter?.Add(-Size);
        _meter = meter;
        _meter?.Add(Size);
    }

    protected void Grow(long bytes)
    {
        Size += bytes;
        _meter?.Add(bytes);
    }
}
