namespace Tmcp.Agent.Threads;

/// <summary>One message that a thread remembers. Tool traffic is never among them.</summary>
/// <param name="Author">Name of the member who reported, or null for the user.</param>
/// <param name="Text">What was said.</param>
internal readonly record struct ThreadEntry(string? Author, string Text);
