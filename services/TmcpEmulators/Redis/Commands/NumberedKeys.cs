using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands;

/// <summary><c>numkeys key [key …]</c></summary>
internal static class NumberedKeys
{
    /// <summary>The keys, and where the arguments go on.</summary>
    public static (byte[][] Keys, int Next) Read(Invocation call, int at)
    {
        var count = Positive(call[at], "numkeys");
        return count <= call.Count - at - 1 ? (call.Arguments[(at + 1)..(at + 1 + count)], at + 1 + count) : throw RedisError.Syntax();
    }

    public static int Positive(byte[] argument, string name) =>
        Numbers.TryLong(argument, out var value) && value is > 0 and <= int.MaxValue ? (int)value : throw new RedisError($"ERR {name} should be greater than 0");
}
