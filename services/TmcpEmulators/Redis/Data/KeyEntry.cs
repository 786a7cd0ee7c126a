namespace TmcpEmulators.Redis.Data;

/// <summary>A key's value and times. Times are Unix milliseconds.</summary>
internal sealed class KeyEntry(byte[] key, RedisValue value)
{
    public byte[] Key { get; } = key;

    public RedisValue Value { get; set; } = value;

    /// <summary>0: never.</summary>
    public long ExpiresAt { get; set; }

    public long AccessedAt { get; set; }
}
