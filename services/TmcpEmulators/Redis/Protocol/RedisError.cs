namespace TmcpEmulators.Redis.Protocol;

/// <summary>An error reply, with the texts that Redis gives: clients compare their first word.</summary>
internal sealed class RedisError(string text) : Exception(text)
{
    public bool IsWrongType => Message.StartsWith("WRONGTYPE", StringComparison.Ordinal);

    public static RedisError WrongType() => new("WRONGTYPE Operation against a key holding the wrong kind of value");

    public static RedisError Syntax() => new("ERR syntax error");

    public static RedisError NotInteger() => new("ERR value is not an integer or out of range");

    public static RedisError NotFloat() => new("ERR value is not a valid float");

    public static RedisError NotPositive() => new("ERR value is out of range, must be positive");

    public static RedisError NoSuchKey() => new("ERR no such key");

    public static RedisError IndexOutOfRange() => new("ERR index out of range");

    public static RedisError InvalidExpire(string command) => new($"ERR invalid expire time in '{command}' command");

    public static RedisError WrongArity(string command) => new($"ERR wrong number of arguments for '{command}' command");

    public static RedisError TooLong() => new("ERR string exceeds maximum allowed size (512MB)");
}
