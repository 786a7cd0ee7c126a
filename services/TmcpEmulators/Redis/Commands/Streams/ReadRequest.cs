using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary><c>[COUNT n] [BLOCK ms] [NOACK] STREAMS key … id …</c></summary>
internal sealed class ReadRequest
{
    private int _firstId;

    public int Limit { get; private set; } = int.MaxValue;

    public bool IsBlocking { get; private set; }

    /// <summary>Null: for ever.</summary>
    public TimeSpan? Timeout { get; private set; }

    public bool WithoutAcknowledgement { get; private set; }

    public IReadOnlyList<(byte[] Key, byte[] Id)> Streams { get; private set; } = [];

    public IReadOnlyList<byte[]> Keys => [.. Streams.Select(stream => stream.Key)];

    public static ReadRequest Parse(byte[][] arguments, int at, bool grouped)
    {
        var request = new ReadRequest();
        while (at < arguments.Length && !arguments[at].Is("STREAMS"))
        {
            var hasValue = at + 1 < arguments.Length;
            if (arguments[at].Is("COUNT") && hasValue)
                request.Limit = arguments[at + 1].ToLong() is > 0 and var count ? (int)Math.Min(count, int.MaxValue) : int.MaxValue;
            else if (arguments[at].Is("BLOCK") && hasValue)
                request.BlockFor(arguments[at + 1]);
            else if (arguments[at].Is("NOACK") && grouped)
                (request.WithoutAcknowledgement, at) = (true, at - 1);
            else
                throw RedisError.Syntax();
            at += 2;
        }

        var names = arguments.Length - at - 1;
        if (names <= 0)
            throw RedisError.Syntax();
        if (names % 2 != 0)
        {
            var command = grouped ? "XREADGROUP" : "XREAD";
            throw new RedisError($"ERR Unbalanced {command} list of streams: for each stream key an ID or '$' must be specified.");
        }

        request._firstId = at + 1 + (names / 2);
        request.Streams = [.. Enumerable.Range(at + 1, names / 2).Select(i => (arguments[i], arguments[i + (names / 2)]))];
        if (request.Streams.Any(stream => grouped ? stream.Id is [(byte)'$'] : stream.Id is [(byte)'>']))
        {
            throw new RedisError(grouped
                ? "ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by specifying a proper ID, or use the > ID to get new messages. The $ ID would just return an empty result set."
                : "ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.");
        }

        return request;
    }

    public byte[][] WithIds(byte[][] arguments, List<StreamId> ids) => [.. arguments[.._firstId], .. ids.Select(id => id.Bytes())];

    private void BlockFor(byte[] argument)
    {
        if (!Numbers.TryLong(argument, out var milliseconds))
            throw new RedisError("ERR timeout is not an integer or out of range");
        if (milliseconds < 0)
            throw new RedisError("ERR timeout is negative");
        IsBlocking = true;
        Timeout = milliseconds == 0 ? null : TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue));
    }
}
