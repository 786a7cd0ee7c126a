namespace Tmcp.AiOps.Queue;

/// <summary>Work on an entry failed. The message is fit for the timeline and the dead letter.</summary>
/// <param name="message">What failed, on what, what to do.</param>
/// <param name="canWait">Waiting may mend it: retried until the entry is too old, not only a few times.</param>
/// <param name="retryAfter">The other side's own wish.</param>
/// <param name="innerException">The cause.</param>
internal sealed class WorkFailedException(string message, bool canWait, TimeSpan? retryAfter = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public bool CanWait { get; } = canWait;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
