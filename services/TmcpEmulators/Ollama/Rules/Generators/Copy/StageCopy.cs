namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>How one stage of the funnel speaks.</summary>
/// <param name="Messages">What a message of this stage adds.</param>
/// <param name="Calls">What it asks the reader to do.</param>
/// <param name="Purpose">What it is for, for the writer.</param>
internal sealed record StageCopy(string[] Messages, string[] Calls, string Purpose);
