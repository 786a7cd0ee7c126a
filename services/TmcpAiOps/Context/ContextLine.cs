namespace Tmcp.AiOps.Context;

/// <summary>One log line near an alert.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Service">Whose it is.</param>
/// <param name="Level">As stored; empty when unknown.</param>
/// <param name="Text">The line, cut to a bound.</param>
internal sealed record ContextLine(DateTimeOffset At, string Service, string Level, string Text);
