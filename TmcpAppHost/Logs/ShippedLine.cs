using Tmcp.Logs;

namespace Tmcp.AppHost.Logs;

/// <summary>A line on its way.</summary>
/// <param name="Id">Its own for ever: a line that is sent again after a lost answer is not stored twice.</param>
/// <param name="Document">The line.</param>
internal sealed record ShippedLine(string Id, LogDocument Document);
