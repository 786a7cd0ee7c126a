namespace Aspire.Hosting.ApplicationModel;

/// <summary>A line before it has a number.</summary>
/// <param name="Content">Time and text.</param>
/// <param name="IsError">True for the error stream.</param>
/// <param name="IsShared">True when it concerns the resource, not one of its instances: every replica's log shows it.</param>
internal readonly record struct LogEntry(string Content, bool IsError, bool IsShared);
