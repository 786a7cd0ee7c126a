namespace Tmcp.AiOps.Queue;

/// <summary>What waits in Redis, as last seen. Read by the intake and the metrics, written once a second.</summary>
internal sealed class Backlog
{
    private long _length;
    private long _deadLetters;

    public long Length
    {
        get => Interlocked.Read(ref _length);
        set => Interlocked.Exchange(ref _length, value);
    }

    public long DeadLetters
    {
        get => Interlocked.Read(ref _deadLetters);
        set => Interlocked.Exchange(ref _deadLetters, value);
    }
}
