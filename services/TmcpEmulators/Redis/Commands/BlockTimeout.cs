using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Commands;

/// <summary>Seconds, with a fraction; 0 waits for ever.</summary>
internal static class BlockTimeout
{
    public static TimeSpan? Parse(byte[] argument)
    {
        if (!Numbers.TryDouble(argument, out var seconds) || seconds > 1e15)
            throw new RedisError("ERR timeout is not a float or out of range");
        if (seconds < 0)
            throw new RedisError("ERR timeout is negative");
        return seconds == 0 ? null : TimeSpan.FromSeconds(Math.Min(Math.Max(seconds, 0.001), int.MaxValue / 1000.0));
    }
}
