namespace Aspire.Hosting.JavaScript;

/// <summary>The program behind a script.</summary>
/// <param name="Command">What to start.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record ScriptProgram(string Command, IReadOnlyList<string> Arguments);
