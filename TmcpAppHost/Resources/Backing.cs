namespace Tmcp.AppHost;

/// <summary>What stands behind a third-party server in this run, and why; shown in the start-up table and the dashboard.</summary>
/// <param name="Text">For example <c>emulator (no Ollama answers on port 11434)</c>.</param>
internal sealed record BackingAnnotation(string Text) : IResourceAnnotation;
