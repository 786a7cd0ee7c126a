using TmcpEmulators.Redis.Commands.Keys;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Strings;

/// <summary><c>EX seconds</c>, <c>PX milliseconds</c>, <c>EXAT</c>, <c>PXAT</c>.</summary>
internal static class Expiry
{
    /// <summary>The time in Unix milliseconds, or null when there is no such option with a value here.</summary>
    public static long? Read(Invocation call, int at)
    {
        if (at + 1 >= call.Count)
            return null;
        var (unit, relative) = call[at] switch
        {
            var option when option.Is("EX") => (1000, true),
            var option when option.Is("PX") => (1, true),
            var option when option.Is("EXAT") => (1000, false),
            var option when option.Is("PXAT") => (1, false),
            _ => (0, false),
        };
        return unit == 0 ? null : Positive(call, call[at + 1], unit, relative);
    }

    public static long Positive(Invocation call, byte[] argument, int unit, bool relative) =>
        argument.ToLong() > 0 ? ExpiryCommands.ToTime(call, argument, unit, relative) : throw RedisError.InvalidExpire(call.Spec.Name);
}
