using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Strings;

/// <summary><c>[NX|XX] [GET] [EX s|PX ms|EXAT s|PXAT ms|KEEPTTL]</c></summary>
internal sealed record SetOptions
{
    public bool OnlyNew { get; init; }

    public bool OnlyExisting { get; init; }

    public bool ReturnsOld { get; init; }

    public bool KeepsExpiry { get; init; }

    /// <summary>Unix milliseconds, 0 for never.</summary>
    public long ExpiresAt { get; init; }

    public static SetOptions Parse(Invocation call)
    {
        var options = new SetOptions();
        for (var at = 3; at < call.Count; at++)
        {
            if (call[at].Is("NX"))
                options = options with { OnlyNew = true };
            else if (call[at].Is("XX"))
                options = options with { OnlyExisting = true };
            else if (call[at].Is("GET"))
                options = options with { ReturnsOld = true };
            else if (call[at].Is("KEEPTTL") && options.ExpiresAt == 0)
                options = options with { KeepsExpiry = true };
            else if (options is { ExpiresAt: 0, KeepsExpiry: false } && Expiry.Read(call, at++) is { } time)
                options = options with { ExpiresAt = time };
            else
                throw RedisError.Syntax();
        }

        return options is { OnlyNew: true, OnlyExisting: true } ? throw RedisError.Syntax() : options;
    }
}
