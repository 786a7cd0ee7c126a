namespace TmcpEmulators.Redis;

/// <summary>When written data is forced to the disk, by the names that <c>appendfsync</c> has.</summary>
internal enum FsyncPolicy
{
    /// <summary><c>everysec</c>: a power cut may lose the last second.</summary>
    EverySecond,

    /// <summary><c>always</c>: no reply leaves before its data is on the disk.</summary>
    Always,

    /// <summary><c>no</c>: when the operating system likes to.</summary>
    Never,
}
