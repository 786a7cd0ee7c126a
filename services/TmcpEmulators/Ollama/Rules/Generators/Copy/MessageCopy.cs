namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>The sentences of a master message and of a brief.</summary>
/// <param name="Answers">What the product has to say to a hook.</param>
/// <param name="Extended">Paragraphs of the long form, in order.</param>
/// <param name="Brief">Steps of a brief, in order.</param>
/// <param name="Notes">What a variant says about itself; {tone}, {angle}.</param>
/// <param name="Foreign">Said when another language was asked for; {language}.</param>
/// <param name="NoAngle">The one thing to say without an angle.</param>
internal sealed record MessageCopy(string[] Answers, string[][] Extended, string[] Brief, string[] Notes, string Foreign, string[] NoAngle);
