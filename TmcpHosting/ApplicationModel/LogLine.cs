namespace Aspire.Hosting.ApplicationModel;

/// <summary>One line of a resource's console.</summary>
/// <param name="LineNumber">From 1.</param>
/// <param name="Content">The text.</param>
/// <param name="IsErrorMessage">Whether it came from the error stream.</param>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);
