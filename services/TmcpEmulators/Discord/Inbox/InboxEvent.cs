namespace TmcpEmulators.Discord.Inbox;

/// <summary>Something that happened to the inbox. <paramref name="Kind"/>: created, edited, deleted or cleared.</summary>
internal sealed record InboxEvent(string Kind, string? Id = null, Message? Message = null);
