namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>How one psychological angle speaks. Every list ends with a sentence that needs no fact.</summary>
/// <param name="Names">Titles of an angle.</param>
/// <param name="Hooks">First lines of a post.</param>
/// <param name="Messages">The one thing to say.</param>
/// <param name="Lens">What a writer has to mind.</param>
/// <param name="Tones">Two words for the tone.</param>
internal sealed record AngleCopy(string[] Names, string[] Hooks, string[] Messages, string Lens, string[] Tones);
