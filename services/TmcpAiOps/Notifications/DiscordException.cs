using System.Net;

namespace Tmcp.AiOps.Notifications;

/// <summary>A message was not sent, or nobody knows. No inner exception: it might carry the webhook's address.</summary>
internal sealed class DiscordException(string message, HttpStatusCode? status, Delivery delivery, bool canWait, TimeSpan? retryAfter = null)
    : Exception(message)
{
    public HttpStatusCode? Status { get; } = status;

    public Delivery Delivery { get; } = delivery;

    /// <summary>Waiting may mend it.</summary>
    public bool CanWait { get; } = canWait;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>Whether a message that failed may have arrived all the same.</summary>
internal enum Delivery
{
    No,
    Unknown,
}
