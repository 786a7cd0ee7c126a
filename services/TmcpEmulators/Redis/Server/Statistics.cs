namespace TmcpEmulators.Redis.Server;

/// <summary>Counters that INFO shows.</summary>
internal sealed class Statistics
{
    public long Connections { get; set; }

    public long Rejected { get; set; }

    public long Commands { get; set; }

    public long Expired { get; set; }

    public long Hits { get; set; }

    public long Misses { get; set; }

    public long Errors { get; set; }

    public void Reset() => (Connections, Rejected, Commands, Expired, Hits, Misses, Errors) = (0, 0, 0, 0, 0, 0, 0);
}
