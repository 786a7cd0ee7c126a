using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Data;

/// <summary>A string. The array is never changed in place, so replies may hold it.</summary>
internal sealed class StringValue : RedisValue
{
    public StringValue(byte[] bytes)
    {
        Bytes = bytes;
        Grow(bytes.Length);
    }

    public byte[] Bytes { get; private set; }

    public override string Type => "string";

    public override string Encoding => Numbers.TryLong(Bytes, out _) ? "int" : Bytes.Length <= 44 ? "embstr" : "raw";

    public override bool IsEmpty => false;

    public void Replace(byte[] bytes)
    {
        Grow(bytes.Length - Bytes.Length);
        Bytes = bytes;
    }

    public override RedisValue Clone() => new StringValue(Bytes);
}
