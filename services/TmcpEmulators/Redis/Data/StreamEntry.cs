namespace TmcpEmulators.Redis.Data;

/// <summary>An entry: field, value, field, value.</summary>
internal sealed record StreamEntry(StreamId Id, byte[][] Fields)
{
    public long Size { get; } = MemoryMeter.ItemOverhead + Fields.Sum(field => field.LongLength + 32);
}
