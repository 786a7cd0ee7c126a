namespace Tmcp.Agent.Chat;

/// <summary>Where the events of a chat go. One writer at a time.</summary>
internal interface IChatEvents
{
    Task WriteAsync(ChatEvent chatEvent, CancellationToken cancellationToken);
}
