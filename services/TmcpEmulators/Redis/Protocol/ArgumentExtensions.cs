using System.Text;

namespace TmcpEmulators.Redis.Protocol;

/// <summary>Reads arguments, with the errors that Redis gives.</summary>
internal static class ArgumentExtensions
{
    /// <summary>Compares with a keyword in capitals, whatever the argument's case.</summary>
    public static bool Is(this byte[] argument, string keyword) => Ascii.EqualsIgnoreCase(argument, keyword);

    public static string Text(this byte[] argument) => Encoding.UTF8.GetString(argument);

    public static byte[] Bytes(this string text) => Encoding.UTF8.GetBytes(text);

    public static long ToLong(this byte[] argument) => Numbers.TryLong(argument, out var value) ? value : throw RedisError.NotInteger();

    public static int ToCount(this byte[] argument) =>
        Numbers.TryLong(argument, out var value) && value is >= 0 and <= int.MaxValue ? (int)value : throw RedisError.NotPositive();

    public static double ToDouble(this byte[] argument) => Numbers.TryDouble(argument, out var value) ? value : throw RedisError.NotFloat();
}
