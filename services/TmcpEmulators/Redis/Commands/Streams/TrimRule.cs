using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary><c>MAXLEN|MINID [=|~] threshold [LIMIT count]</c>. An approximate trim is done exactly.</summary>
internal sealed record TrimRule(long? MaxLength, StreamId? MinId, long Limit)
{
    public static bool StartsAt(byte[] argument) => argument.Is("MAXLEN") || argument.Is("MINID");

    /// <summary>Reads the rule and moves <paramref name="at"/> behind it.</summary>
    public static TrimRule Read(byte[][] arguments, ref int at)
    {
        var byLength = arguments[at++].Is("MAXLEN");
        var approximate = false;
        if (at + 1 < arguments.Length && arguments[at] is [(byte)'~'] or [(byte)'='])
            approximate = arguments[at++][0] == '~';
        if (at >= arguments.Length)
            throw RedisError.Syntax();
        var threshold = arguments[at++];
        var limit = long.MaxValue;
        if (at + 1 < arguments.Length && arguments[at].Is("LIMIT"))
        {
            if (!approximate)
                throw new RedisError("ERR syntax error, LIMIT cannot be used without the special ~ option");
            limit = arguments[at + 1].ToLong() is >= 0 and var given ? given : throw new RedisError("ERR The LIMIT argument must be >= 0.");
            limit = limit == 0 ? long.MaxValue : limit;
            at += 2;
        }

        if (!byLength)
            return new TrimRule(null, threshold.ToStreamId(), limit);
        var length = threshold.ToLong();
        return length >= 0 ? new TrimRule(length, null, limit) : throw new RedisError("ERR The MAXLEN argument must be >= 0.");
    }

    public int Apply(StreamValue stream) => MaxLength is { } length
        ? stream.Trim(_ => stream.Count > length, Limit)
        : stream.Trim(entry => entry.Id < MinId, Limit);
}
