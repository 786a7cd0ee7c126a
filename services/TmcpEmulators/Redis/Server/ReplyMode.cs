namespace TmcpEmulators.Redis.Server;

/// <summary>Whether a client wants replies.</summary>
internal enum ReplyMode
{
    On,
    Off,

    /// <summary>None to the CLIENT REPLY SKIP itself, nor to the next command.</summary>
    SkipNext,
    SkipThis,
}
