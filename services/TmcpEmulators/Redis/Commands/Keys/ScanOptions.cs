using System.Globalization;
using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Keys;

/// <summary><c>cursor [MATCH pattern] [COUNT n] [TYPE name]</c></summary>
internal sealed record ScanOptions(ulong Cursor)
{
    public byte[]? Pattern { get; init; }

    public int Count { get; init; } = 10;

    public string? Type { get; init; }

    public static ScanOptions Parse(Invocation call, int at)
    {
        if (!ulong.TryParse(call[at].Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var cursor))
            throw new RedisError("ERR invalid cursor");
        var options = new ScanOptions(cursor);
        for (at++; at < call.Count; at += 2)
        {
            if (at + 1 == call.Count)
                throw RedisError.Syntax();
            var value = call[at + 1];
            if (call[at].Is("MATCH"))
                options = options with { Pattern = value };
            else if (call[at].Is("COUNT"))
                options = options with { Count = value.ToLong() is >= 1 and var count ? (int)Math.Min(count, int.MaxValue) : throw RedisError.Syntax() };
            else if (call[at].Is("TYPE") && call.Spec.Name == "scan")
                options = options with { Type = value.Text().ToLowerInvariant() };
            else
                throw RedisError.Syntax();
        }

        return options;
    }

    public bool Matches(byte[] item) => Pattern is null || Glob.Matches(Pattern, item);
}
