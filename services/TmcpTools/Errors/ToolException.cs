namespace Tmcp.Tools;

/// <summary>A job cannot go on. The message says what failed, on which thing, and what to do; it holds no secret.</summary>
internal sealed class ToolException(string message, Exception? reason = null) : Exception(message, reason);
