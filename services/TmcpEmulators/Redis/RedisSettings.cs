namespace TmcpEmulators.Redis;

/// <summary>What the command line and the environment decide about the emulated Redis.</summary>
internal sealed record RedisSettings
{
    public const int DefaultPort = 6379;
    public const string DefaultPasswordVariable = "REDIS_PASSWORD";

    /// <summary>The command table and INFO follow this release.</summary>
    public const string Version = "7.0.15";

    public const int Databases = 16;

    /// <summary>Port on <see cref="Bind"/>. 0 takes a free one, which the banner names.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Address to listen on.</summary>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary>Folder of the append-only file. Null keeps everything in memory only.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Null: anybody may use it.</summary>
    public string? Password { get; init; }

    /// <summary>When the append-only file reaches the disk.</summary>
    public FsyncPolicy Fsync { get; init; } = FsyncPolicy.EverySecond;

    /// <summary>Bytes of data above which writing commands are refused. 0: no bound. Default 512 MiB.</summary>
    public long MaxMemory { get; init; } = 512L * 1024 * 1024;

    /// <summary>Connections at a time; one more is told so and closed.</summary>
    public int MaxClients { get; init; } = 10_000;

    /// <summary>The append-only file is rewritten when it is larger than this and than twice its size after the last rewrite.</summary>
    public long RewriteMinBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Bytes of unread replies after which a client is cut off: it reads slower than others publish.</summary>
    public int MaxPendingReplyBytes { get; init; } = 256 * 1024 * 1024;
}
