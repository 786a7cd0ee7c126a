using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.SortedSets;

/// <summary><c>[NX|XX] [GT|LT] [CH] [INCR] score member …</c></summary>
internal sealed record AddOptions(bool OnlyNew, bool OnlyExisting, bool OnlyGreater, bool OnlyLess, bool CountsChanged, bool Increases)
{
    /// <summary>Reads the options; <paramref name="at"/> is where the scores begin.</summary>
    public static AddOptions Parse(Invocation call, out int at)
    {
        var given = new HashSet<string>();
        for (at = 2; at < call.Count && call[at].Text().ToUpperInvariant() is "NX" or "XX" or "GT" or "LT" or "CH" or "INCR"; at++)
            given.Add(call[at].Text().ToUpperInvariant());
        var options = new AddOptions(
            given.Contains("NX"), given.Contains("XX"), given.Contains("GT"), given.Contains("LT"), given.Contains("CH"), given.Contains("INCR"));
        var rest = call.Count - at;
        if (rest == 0 || rest % 2 != 0)
            throw RedisError.Syntax();
        if (options is { OnlyNew: true, OnlyExisting: true })
            throw new RedisError("ERR XX and NX options at the same time are not compatible");
        if ((options.OnlyGreater && options.OnlyLess) || (options.OnlyNew && (options.OnlyGreater || options.OnlyLess)))
            throw new RedisError("ERR GT, LT, and/or NX options at the same time are not compatible");
        if (options.Increases && rest > 2)
            throw new RedisError("ERR INCR option supports a single increment-element pair");
        return options;
    }

    public bool Allows(double? old, double score) => old is { } current
        ? !OnlyNew && (!OnlyGreater || score > current) && (!OnlyLess || score < current)
        : !OnlyExisting;
}
