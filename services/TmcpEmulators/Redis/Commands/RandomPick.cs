using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Commands;

/// <summary>Random members: a positive count gives different ones, a negative count may give the same again.</summary>
internal static class RandomPick
{
    // A negative count makes the reply as long as the client likes; bound what one command may ask.
    private const int MaxRepeated = 1_000_000;

    public static IReadOnlyList<KeyValuePair<byte[], T>> Of<T>(SlotMap<T> map, long count)
    {
        if (count == 0 || map.Count == 0)
            return [];
        if (count < 0)
            return count >= -MaxRepeated ? [.. Enumerable.Range(0, (int)-count).Select(_ => map.Any())] : throw RedisError.NotPositive();
        var items = map.Items.ToArray();
        if (count < items.Length)
            Random.Shared.Shuffle(items);
        return items[..(int)Math.Min(count, items.Length)];
    }
}
