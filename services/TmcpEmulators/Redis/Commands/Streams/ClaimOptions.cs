using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary><c>[IDLE ms] [TIME ms] [RETRYCOUNT n] [FORCE] [JUSTID] [LASTID id]</c></summary>
internal sealed record ClaimOptions
{
    /// <summary>Unix milliseconds.</summary>
    public long DeliveredAt { get; init; }

    public long? Deliveries { get; init; }

    public bool Force { get; init; }

    public bool JustIds { get; init; }

    public StreamId? LastId { get; init; }

    public static ClaimOptions Parse(Invocation call, int at)
    {
        var options = new ClaimOptions { DeliveredAt = call.Now };
        for (; at < call.Count; at++)
        {
            var hasValue = at + 1 < call.Count;
            if (call[at].Is("FORCE"))
                options = options with { Force = true };
            else if (call[at].Is("JUSTID"))
                options = options with { JustIds = true };
            else if (call[at].Is("IDLE") && hasValue)
                options = options with { DeliveredAt = call.Now - call[++at].ToLong() };
            else if (call[at].Is("TIME") && hasValue)
                options = options with { DeliveredAt = call[++at].ToLong() };
            else if (call[at].Is("RETRYCOUNT") && hasValue)
                options = options with { Deliveries = call[++at].ToLong() };
            else if (call[at].Is("LASTID") && hasValue)
                options = options with { LastId = call[++at].ToStreamId() };
            else
                throw new RedisError($"ERR Unrecognized XCLAIM option '{call[at].Text()}'");
        }

        return options with { DeliveredAt = Math.Min(options.DeliveredAt, call.Now) };
    }
}
